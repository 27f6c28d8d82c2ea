import { StatusGlyph } from "@/components/ui/status/status-glyph";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import type { ReachedTarget } from "@/lib/core/topology/reach/reach-lines";
import { sizes } from "../layout/node-size";

/** What is reached behind a node, in rows of the height that the layout has made room for. */
export function ReachedRows({ reached }: { reached: readonly ReachedTarget[] }) {
  const shown = reached.slice(0, sizes.reachedRowsMax);
  const rest = reached.length - shown.length;
  return (
    <ul className="border-line border-t" aria-label="Reached behind it">
      {shown.map(({ key, label, verdict }) => {
        const look = toStatusLook("verdict", verdict);
        return (
          <li key={key} className="flex items-center gap-2 px-3" style={{ height: sizes.reachedRow }}>
            <StatusGlyph tone={look.tone} />
            <span
              className="group-data-[zoom=far]/diagram:text-16 group-data-[zoom=middle]/diagram:text-14 min-w-0 truncate"
              title={`${label}: ${look.label}`}
            >
              {label}
            </span>
          </li>
        );
      })}
      {rest > 0 && (
        <li className="text-ink-muted flex items-center px-3" style={{ height: sizes.reachedRow }}>
          and {rest} more, in the list
        </li>
      )}
    </ul>
  );
}

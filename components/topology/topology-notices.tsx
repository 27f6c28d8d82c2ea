import clsx from "clsx";
import { StatusGlyph } from "@/components/ui/status/status-glyph";
import type { Topology } from "@/lib/contract/topology";

/** What the picture does not show, in one line that opens: gaps in reading, and what was left out. */
export function TopologyNotices({ topology, isStale }: { topology: Topology; isStale: boolean }) {
  const omitted = topology.omitted ?? [];
  const lines = [
    ...(isStale ? ["Reading it again failed; this is the last answer."] : []),
    ...topology.gaps.map((gap) => `${gap.call}: ${gap.message}`),
    ...omitted.map((item) => `${item.count} × ${item.kind} left out: ${item.reason}`),
  ];
  if (lines.length === 0) return null;
  const isUnknown = topology.gaps.length > 0;
  return (
    <details
      className={clsx(
        "border-line max-h-[40%] shrink-0 overflow-y-auto border-t px-4 py-2",
        isUnknown ? "bg-unknown-soft" : "bg-surface",
      )}
    >
      <summary className={isUnknown ? "text-unknown font-medium" : "text-ink-muted"}>
        {isUnknown && <StatusGlyph tone="unknown" className="mr-1.5 inline-block align-[-2px]" />}
        {isUnknown
          ? `${topology.gaps.length} of the reads failed or were not given: what they hold is unknown here`
          : "Not everything is drawn"}
      </summary>
      <ul className="mt-1 grid gap-0.5">
        {lines.map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
      </ul>
    </details>
  );
}

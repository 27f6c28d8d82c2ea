import clsx from "clsx";
import { StatusGlyph } from "@/components/ui/status/status-glyph";
import type { Topology } from "@/lib/contract/topology";
import { kindCount } from "@/lib/core/topology/view/kind-label";

/** What the picture does not show, in one line that opens: gaps in reading, and what was left out, why. */
export function TopologyNotices({ topology, isStale }: { topology: Topology; isStale: boolean }) {
  const omitted = topology.omitted ?? [];
  const lines = [
    ...(isStale ? ["Reading it again failed; this is the last answer."] : []),
    ...topology.gaps.map((gap) => `${gap.call}: ${gap.message}`),
    ...omitted.map((item) => `${kindCount(item.count, item.kind)}: ${item.reason}`),
  ];
  if (lines.length === 0) return null;
  const isUnknown = topology.gaps.length > 0;
  return (
    <details
      className={clsx(
        "border-line max-h-[40%] shrink-0 overflow-y-auto border-t px-4 py-1.5",
        isUnknown ? "bg-unknown-soft" : "bg-surface",
      )}
    >
      <summary className={isUnknown ? "text-unknown font-medium" : "text-ink-muted"}>
        {isUnknown && <StatusGlyph tone="unknown" className="mr-1.5 inline-block align-[-2px]" />}
        {summaryOf(topology, isStale)}
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

function summaryOf({ gaps, omitted = [] }: Topology, isStale: boolean): string {
  const calls = gaps.map((gap) => gap.call);
  const rest = calls.length - 3;
  const unread =
    calls.length === 0
      ? []
      : [`Not read, so unknown here: ${calls.slice(0, 3).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`];
  const amounts = new Map<string, number>();
  for (const { kind, count } of omitted) amounts.set(kind, (amounts.get(kind) ?? 0) + count);
  const undrawn = [...amounts].map(([kind, amount]) => kindCount(amount, kind)).join(", ");
  return [
    ...(isStale ? ["Not fresh"] : []),
    ...unread,
    ...(undrawn === "" ? [] : [`Not drawn one by one: ${undrawn}`]),
  ].join(" · ");
}

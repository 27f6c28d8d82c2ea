import { Callout } from "@/components/ui/feedback/callout";
import { Status } from "@/components/ui/status/status";
import type { Plan } from "@/lib/contract/plans";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { describeAsked } from "@/lib/core/reachability/sentence/describe-asked";
import { groupChanges, whyUnclear, type PlannedVerdict } from "./group-changes";

/** The heart of a review: what the function gains and loses, target by target. */
export function VerdictChanges({ preview }: { preview: Plan["preview"] }) {
  const { verdictChanges, verdictChangesStatus, verdictChangesNote } = preview;
  if (verdictChangesStatus === "not-evaluated") {
    return (
      <div className="p-3">
        <Callout tone="unknown" title="What it gains and loses could not be worked out">
          {verdictChangesNote ?? "Too little of the network was read."}
        </Callout>
      </div>
    );
  }
  const groups = groupChanges(verdictChanges);
  const changed = groups.filter(({ kind }) => kind !== "unchanged");
  const unchanged = groups.find(({ kind }) => kind === "unchanged")?.changes ?? [];
  return (
    <div className="divide-line divide-y">
      {changed.length === 0 && (
        <p className="text-ink-muted px-4 py-3">
          Nothing is gained or lost: it reaches what it reaches now, and no more.
        </p>
      )}
      {changed.map(({ kind, changes }) => (
        <ul key={kind} aria-label={toStatusLook("reach-change", kind).label}>
          {changes.map((change) => (
            <ChangeRow key={change.key} change={change} />
          ))}
        </ul>
      ))}
      {unchanged.length > 0 && (
        <details>
          <summary className="hover:bg-hover px-4 py-2">{unchangedWords(unchanged)}</summary>
          <ul aria-label="Unchanged">
            {unchanged.map((change) => (
              <ChangeRow key={change.key} change={change} />
            ))}
          </ul>
        </details>
      )}
      {verdictChangesNote !== undefined && <p className="text-ink-muted px-4 py-2">{verdictChangesNote}</p>}
    </div>
  );
}

function ChangeRow({ change }: { change: PlannedVerdict }) {
  const { label, kind, before, after, protocol, port } = change;
  const look = toStatusLook("reach-change", kind);
  const [was, willBe] = [toStatusLook("verdict", before), toStatusLook("verdict", after)];
  const why = kind === "unclear" ? whyUnclear(change) : "";
  return (
    <li className="grid gap-x-3 gap-y-0.5 px-4 py-1.5 sm:grid-cols-[7.5rem_minmax(0,1fr)_auto]">
      <Status tone={look.tone} label={look.label} icon={look.icon} className="justify-self-start" />
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <span className="font-medium break-words">{label}</span>
        <span className="text-ink-muted">{describeAsked({ protocol, port })}</span>
      </span>
      <span className="flex flex-wrap items-center gap-x-1.5">
        {kind === "unchanged" ? (
          <Status tone={was.tone} label={was.label} />
        ) : (
          <>
            <Status tone={was.tone} label={was.label} />
            <span aria-label="becomes">→</span>
            <Status tone={willBe.tone} label={willBe.label} />
          </>
        )}
      </span>
      {why !== "" && <p className="text-ink-muted sm:col-span-2 sm:col-start-2">{why}</p>}
    </li>
  );
}

/** "9 targets stay as they are: 7 reachable, 2 unreachable". */
function unchangedWords(unchanged: readonly PlannedVerdict[]): string {
  const counts = new Map<string, number>();
  for (const { after } of unchanged) counts.set(after, (counts.get(after) ?? 0) + 1);
  const parts = [...counts].map(([verdict, count]) => `${count} ${verdict}`);
  const subject =
    unchanged.length === 1 ? "1 target stays as it is" : `${unchanged.length} targets stay as they are`;
  return `${subject}: ${parts.join(", ")}`;
}

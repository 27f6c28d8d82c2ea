import { changeKind } from "../../reachability/matrix/verdict-changes";
import type { PlanPreview } from "../change-plan";
import type { PlanFacts } from "../plan-facts";

/** The part of a preview that says what is gained and lost. */
export function previewVerdicts(
  reading: PlanFacts["verdictChanges"],
): Pick<PlanPreview, "verdictChanges" | "verdictChangesStatus" | "verdictChangesNote"> {
  if (reading.status === "unread") {
    const verdictChangesNote = `What the function reaches could not be evaluated: ${reading.reason}.`;
    return { verdictChanges: [], verdictChangesStatus: "not-evaluated", verdictChangesNote };
  }
  const { changes, omitted } = reading.value;
  return {
    verdictChanges: changes.map(({ target, before, after }) => ({
      destination: target.label,
      key: target.key,
      label: target.label,
      targetKind: target.kind,
      protocol: target.protocol,
      port: target.port,
      kind: changeKind({ before, after }),
      before,
      after,
    })),
    verdictChangesStatus: "evaluated",
    ...(omitted > 0 && {
      verdictChangesNote: `${omitted} more databases and caches in VPCs joined to these were not asked about.`,
    }),
  };
}

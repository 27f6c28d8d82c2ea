import { isSameAttachment } from "../network/vpc-config";
import { planAddresses } from "./addresses";
import { toAttachmentView, type ChangePlan, type PlannedStep } from "./change-plan";
import { runChecks } from "./checks/run-checks";
import { planInterfaceChanges } from "./interface-changes";
import type { PlanFacts } from "./plan-facts";
import { previewVerdicts } from "./reach/preview-verdicts";

/** What every kind of plan has in common: checks and preview. A plan that changes nothing has no steps. */
export function assemblePlan(
  facts: PlanFacts,
  own: { title: string; cli: string; steps: PlannedStep[] },
): ChangePlan {
  const isNoop = facts.kind !== "create-function" && isSameAttachment(facts.before, facts.after);
  const networkInterfaces = planInterfaceChanges(facts);
  return {
    title: own.title,
    checks: runChecks(facts, isNoop),
    steps: isNoop ? [] : own.steps,
    preview: {
      isNoop,
      before: toAttachmentView(facts.before),
      after: toAttachmentView(facts.after),
      ...previewVerdicts(facts.verdictChanges),
      networkInterfaces,
      addresses: planAddresses(facts.subnets, networkInterfaces),
      cli: own.cli,
    },
  };
}

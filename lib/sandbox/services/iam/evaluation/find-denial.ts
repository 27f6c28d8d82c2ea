import { matchesPattern } from "../matches-pattern";
import { callerKeys, type CallerContext } from "./caller-context";
import { evaluateIdentity } from "./evaluate-identity";
import type { AccessQuestion } from "./evaluate-policies";

export interface Denial {
  isExplicit: boolean;
  /** The clause that AWS ends its sentence with. */
  because: string;
}

/** "No permissions are required to perform this operation" (STS API reference), not even against a deny. */
const FREE_ACTIONS: readonly string[] = ["sts:GetCallerIdentity", "sts:GetSessionToken"];

/** Why the caller may not do an action; undefined where it may. A fault of kind `deny` counts as a missing right. */
export function findDenial(context: CallerContext, question: AccessQuestion): Denial | undefined {
  const { world, caller } = context;
  const { action } = question;
  const isFaulty = world.faults.some(
    (fault) => fault.kind === "deny" && matchesPattern(fault.operation, action),
  );
  if (isFaulty) {
    return { isExplicit: false, because: `because no identity-based policy allows the ${action} action` };
  }
  if (caller.identity === undefined || FREE_ACTIONS.includes(action)) return undefined;
  const access = evaluateIdentity(
    world,
    caller.identity,
    { ...question, context: { ...callerKeys(context), ...question.context } },
    caller.session?.policies,
  );
  switch (access.decision) {
    case "allowed":
      return undefined;
    case "explicitDeny":
      return { isExplicit: true, because: `with an explicit deny in ${withArticle(access.policy)}` };
    case "implicitDeny":
      return { isExplicit: false, because: `because no ${access.policy} allows the ${action} action` };
  }
}

function withArticle(noun: string): string {
  return `${noun.startsWith("i") ? "an" : "a"} ${noun}`;
}

/** AWS's sentence about a denial. */
export function denialSentence(
  callerArn: string,
  question: Pick<AccessQuestion, "action" | "resource">,
  denial: Denial,
): string {
  return `User: ${callerArn} is not authorized to perform: ${question.action} on resource: ${question.resource} ${denial.because}`;
}

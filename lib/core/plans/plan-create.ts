import { assemblePlan } from "./assemble-plan";
import type { ChangePlan } from "./change-plan";
import { createFunctionCli } from "./export/cli";
import { nameOrId } from "./name-and-id";
import type { PlanFacts } from "./plan-facts";

/** The plan that creates a function, in a VPC or outside. */
export function planCreate(facts: PlanFacts): ChangePlan {
  const where =
    facts.vpc === null || facts.after === null ? "" : ` in ${nameOrId(facts.vpc.name, facts.vpc.vpcId)}`;
  return assemblePlan(facts, {
    title: `Create ${facts.functionName}${where}`,
    cli: createFunctionCli(facts),
    steps: [
      {
        id: "create",
        kind: "create-function",
        title: `Create ${facts.functionName}${where}`,
        inverse: "Delete the function.",
      },
      { id: "await", kind: "await-function", title: "Wait until AWS has made it ready", inverse: null },
    ],
  });
}

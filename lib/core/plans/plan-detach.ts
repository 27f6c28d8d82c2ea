import { assemblePlan } from "./assemble-plan";
import type { ChangePlan } from "./change-plan";
import { updateFunctionCli } from "./export/cli";
import { nameOrId } from "./name-and-id";
import type { PlanFacts } from "./plan-facts";

/** The plan that takes a function out of its VPC. */
export function planDetach(facts: PlanFacts): ChangePlan {
  const vpcId = facts.before?.vpcId ?? "";
  const from = vpcId === "" ? "its VPC" : nameOrId(facts.beforeVpcName, vpcId);
  return assemblePlan(facts, {
    title: `Detach ${facts.functionName} from ${from}`,
    cli: updateFunctionCli(facts),
    steps: [
      {
        id: "update",
        kind: "update-function-configuration",
        title: `Detach ${facts.functionName} from ${from}`,
        inverse: "Attach it again to the same subnets and security groups.",
      },
      {
        id: "await",
        kind: "await-function",
        title: "Wait until AWS has carried it out",
        inverse: null,
      },
    ],
  });
}

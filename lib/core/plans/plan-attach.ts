import type { ChangePlan } from "./change-plan";
import { assemblePlan } from "./assemble-plan";
import { updateFunctionCli } from "./export/cli";
import { nameOrId } from "./name-and-id";
import type { PlanFacts } from "./plan-facts";

/** The plan that attaches a function to a VPC, or moves it to other subnets, groups or another VPC. */
export function planAttach(facts: PlanFacts): ChangePlan {
  const where = facts.vpc === null ? "a VPC" : nameOrId(facts.vpc.name, facts.vpc.vpcId);
  const isMove = facts.before !== null;
  return assemblePlan(facts, {
    title: isMove
      ? `Change the VPC connection of ${facts.functionName} in ${where}`
      : `Attach ${facts.functionName} to ${where}`,
    cli: updateFunctionCli(facts),
    steps: [
      {
        id: "update",
        kind: "update-function-configuration",
        title: isMove
          ? `Set the VPC settings of ${facts.functionName}`
          : `Attach ${facts.functionName} to ${where}`,
        inverse: isMove ? "Put the previous subnets and security groups back." : "Detach the function again.",
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

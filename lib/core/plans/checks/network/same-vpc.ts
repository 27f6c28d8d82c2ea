import { inWords, nameAndId } from "../../name-and-id";
import type { PlanFacts } from "../../plan-facts";
import { pass, type Check, type CheckOutcome } from "../check";

const refusal =
  "AWS refuses it: “Security Groups are required to be in the same VPC” (`InvalidParameterValueException`).";

/** A function is in one VPC at a time: all its subnets and groups must be of that one. */
export const sameVpc: Check = {
  code: "same-vpc",
  title: "One VPC for all",
  evaluate: (facts) => {
    if (facts.after === null || facts.vpc === null) return null;
    const { vpc } = facts;
    const here = nameAndId(vpc.name, vpc.vpcId);
    const strangeSubnets = facts.subnets.filter(({ vpcId }) => vpcId !== null && vpcId !== vpc.vpcId);
    if (strangeSubnets.length > 0) return blockSubnets(strangeSubnets, here);
    const strangeGroups = facts.securityGroups.filter(({ vpcId }) => vpcId !== null && vpcId !== vpc.vpcId);
    if (strangeGroups.length > 0) return blockGroups(strangeGroups, here);
    const isUnread = [...facts.subnets, ...facts.securityGroups].some(({ vpcId }) => vpcId === null);
    if (isUnread) {
      return {
        status: "unknown",
        message: `Not every subnet and security group could be looked up, so whether all are in ${here} is not known.`,
      };
    }
    return pass(`All subnets and security groups are in ${here}.`);
  },
};

function blockSubnets(strange: PlanFacts["subnets"], here: string): CheckOutcome {
  const names = inWords(strange.map(({ name, subnetId }) => nameAndId(name, subnetId)));
  return {
    status: "block",
    message: `The subnets are in several VPCs: ${names} ${strange.length === 1 ? "is" : "are"} not in ${here}. A function can be in one VPC only; AWS refuses it (\`InvalidParameterValueException\`).`,
    evidence: strange.map(({ subnetId, vpcId }) => ({
      resourceId: subnetId,
      fact: `in ${vpcId ?? "another VPC"}`,
    })),
    nextStep: "Choose subnets of one VPC.",
  };
}

function blockGroups(strange: PlanFacts["securityGroups"], here: string): CheckOutcome {
  const names = inWords(strange.map(({ name, groupId }) => nameAndId(name, groupId)));
  return {
    status: "block",
    message: `${names} ${strange.length === 1 ? "belongs" : "belong"} to another VPC than the subnets (${here}). ${refusal}`,
    evidence: strange.map(({ groupId, vpcId }) => ({
      resourceId: groupId,
      fact: `in ${vpcId ?? "another VPC"}`,
    })),
    nextStep: `Choose security groups of ${here}.`,
  };
}

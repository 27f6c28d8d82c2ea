import { inWords, nameAndId } from "../../name-and-id";
import type { PlanFacts, SecurityGroupFacts } from "../../plan-facts";
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
    const refused = strangeGroups.filter((group) => !isOffered(group));
    if (refused.length > 0) return blockGroups(refused, here);
    if (strangeGroups.length > 0) return unknownGroups(strangeGroups, here);
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

function isOffered({ offered }: SecurityGroupFacts): boolean {
  return offered?.status === "read" && offered.value;
}

function blockGroups(strange: readonly SecurityGroupFacts[], here: string): CheckOutcome {
  const names = namesOf(strange);
  const unread = strange.map(({ offered }) => offered).find((offered) => offered?.status === "unread");
  const doubt =
    unread === undefined
      ? ""
      : ` Whether it is associated with ${here} could not be asked (\`${unread.reason}\`).`;
  return {
    status: "block",
    message: `${names} ${strange.length === 1 ? "belongs" : "belong"} to another VPC than the subnets (${here}). ${refusal}${doubt}`,
    evidence: strange.map(homeOf),
    nextStep:
      unread === undefined
        ? `Choose security groups of ${here}.`
        : `Choose security groups of ${here}, or allow ec2:GetSecurityGroupsForVpc and plan again.`,
  };
}

/** EC2 lets interfaces of this VPC have the group; Lambda's documents do not say whether Lambda does. */
function unknownGroups(strange: readonly SecurityGroupFacts[], here: string): CheckOutcome {
  const [belongs, is] = strange.length === 1 ? ["belongs", "is"] : ["belong", "are"];
  return {
    status: "unknown",
    message: `${namesOf(strange)} ${belongs} to another VPC but ${is} listed for ${here} (\`GetSecurityGroupsForVpc\`). AWS does not document whether Lambda accepts such a group; it may refuse it: “Security Groups are required to be in the same VPC” (\`InvalidParameterValueException\`).`,
    evidence: strange.map(homeOf),
    nextStep: `Acknowledge to try it, or choose security groups of ${here}.`,
  };
}

function namesOf(groups: readonly SecurityGroupFacts[]): string {
  return inWords(groups.map(({ name, groupId }) => nameAndId(name, groupId)));
}

function homeOf({ groupId, vpcId }: SecurityGroupFacts): { resourceId: string; fact: string } {
  return { resourceId: groupId, fact: `in ${vpcId ?? "another VPC"}` };
}

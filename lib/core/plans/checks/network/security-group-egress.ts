import { inWords, nameAndId } from "../../name-and-id";
import { pass, type Check } from "../check";

/** Groups add up: one with an outbound rule is enough. Without any, the function can reach nothing in the VPC. */
export const securityGroupEgress: Check = {
  code: "security-group-egress",
  title: "Outbound rules",
  evaluate: ({ after, securityGroups }) => {
    if (after === null || securityGroups.length === 0) return null;
    const open = securityGroups.filter(({ hasEgress }) => hasEgress === true);
    if (open.length > 0) {
      return pass(`${inWords(open.map(({ name, groupId }) => nameAndId(name, groupId)))} allow traffic out.`);
    }
    if (securityGroups.some(({ hasEgress }) => hasEgress === null)) {
      return { status: "unknown", message: "The outbound rules of the security groups could not be read." };
    }
    return {
      status: "warn",
      message: `${inWords(securityGroups.map(({ name, groupId }) => nameAndId(name, groupId)))} ${securityGroups.length === 1 ? "has" : "have"} no outbound rule: the function could reach nothing.`,
      evidence: securityGroups.map(({ groupId }) => ({ resourceId: groupId, fact: "no outbound rule" })),
      nextStep: "Choose a group that allows what the function needs, or add an outbound rule.",
    };
  },
};

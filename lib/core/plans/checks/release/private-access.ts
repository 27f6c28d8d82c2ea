import { nameAndId } from "../../name-and-id";
import type { Check } from "../check";

/** Outside a VPC a function reaches the internet directly, and nothing that has only a private address. */
export const privateAccess: Check = {
  code: "private-access",
  title: "Access to private resources",
  evaluate: ({ kind, before, beforeVpcName, after, vpc }) => {
    if (kind === "create-function" || before === null) return null;
    if (after === null) {
      return {
        status: "warn",
        message: `The function loses its access to everything private in ${before.vpcId === "" ? "its VPC" : nameAndId(beforeVpcName, before.vpcId)}: databases, caches, internal services. It reaches the internet directly.`,
        nextStep: "Make sure that it needs nothing private.",
      };
    }
    if (vpc === null || before.vpcId === "" || vpc.vpcId === before.vpcId) return null;
    return {
      status: "warn",
      message: `The function moves from ${nameAndId(beforeVpcName, before.vpcId)} to ${nameAndId(vpc.name, vpc.vpcId)} and loses its access to what is private in the first.`,
      nextStep: "Make sure that what it needs can be reached from the new VPC.",
    };
  },
};

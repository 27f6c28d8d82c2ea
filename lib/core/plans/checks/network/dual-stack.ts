import { inWords, nameAndId } from "../../name-and-id";
import { pass, type Check } from "../check";

/** Lambda Developer Guide, "IPv6 support": every subnet must have an IPv4 and an IPv6 CIDR. */
export const dualStack: Check = {
  code: "dual-stack",
  title: "IPv6 of the subnets",
  evaluate: ({ after, subnets }) => {
    if (after?.ipv6AllowedForDualStack !== true) return null;
    const without = subnets.filter(({ hasIpv6 }) => hasIpv6 === false);
    if (without.length > 0) {
      return {
        status: "block",
        message: `IPv6 was asked for, but ${inWords(without.map(({ name, subnetId }) => nameAndId(name, subnetId)))} ${without.length === 1 ? "has" : "have"} no IPv6 CIDR. AWS refuses it (\`InvalidParameterValueException\`).`,
        evidence: without.map(({ subnetId }) => ({ resourceId: subnetId, fact: "no IPv6 CIDR" })),
        nextStep: "Choose dual-stack subnets, or leave IPv6 off.",
      };
    }
    if (subnets.some(({ hasIpv6 }) => hasIpv6 === null)) {
      return { status: "unknown", message: "Whether every subnet has IPv6 could not be read." };
    }
    return pass("Every subnet has an IPv4 and an IPv6 CIDR.");
  },
};

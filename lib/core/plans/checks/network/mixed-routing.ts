import { inWords, nameAndId } from "../../name-and-id";
import { pass, type Check } from "../check";

/** Lambda runs environments in any of the subnets: different ways out make calls fail now and then. */
export const mixedRouting: Check = {
  code: "mixed-routing",
  title: "Routes of the subnets",
  evaluate: ({ after, subnets }) => {
    if (after === null || subnets.length < 2) return null;
    const known = subnets.filter(({ kind }) => kind !== "unknown");
    const kinds = [...new Set(known.map(({ kind }) => kind))];
    if (kinds.length > 1) {
      return {
        status: "warn",
        message: `The subnets differ: ${inWords(known.map(({ name, subnetId, kind }) => `${nameAndId(name, subnetId)} is ${kind}`))}. Lambda uses any of them, so some calls would reach what others cannot.`,
        evidence: known.map(({ subnetId, kindReason }) => ({ resourceId: subnetId, fact: kindReason })),
        nextStep: "Choose subnets of one kind.",
      };
    }
    if (known.length < subnets.length) {
      return { status: "unknown", message: "The routes of some subnets could not be read." };
    }
    return pass(`All are ${kinds[0] ?? "alike"}.`);
  },
};

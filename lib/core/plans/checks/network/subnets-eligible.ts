import { inWords, nameAndId } from "../../name-and-id";
import { pass, type Check } from "../check";

/** Lambda runs in Availability Zones only: no Outposts, Local or Wavelength Zones, and it needs IPv4. */
export const subnetsEligible: Check = {
  code: "subnets-eligible",
  title: "Zones that Lambda supports",
  evaluate: ({ after, subnets }) => {
    if (after === null) return null;
    const refused = subnets.filter(({ ineligibleReason }) => ineligibleReason !== null);
    if (refused.length === 0) {
      if (subnets.some(({ presence }) => presence !== "present")) return null;
      return pass("All are in zones where Lambda runs and have IPv4.");
    }
    return {
      status: "block",
      message: `Lambda cannot use ${inWords(refused.map(({ name, subnetId }) => nameAndId(name, subnetId)))}: ${refused[0]?.ineligibleReason ?? ""} AWS refuses it: “The provided subnets contain availability zone Lambda doesn't support. Please use a different set of subnets.”`,
      evidence: refused.map(({ subnetId, ineligibleReason }) => ({
        resourceId: subnetId,
        fact: ineligibleReason ?? "",
      })),
      nextStep: "Choose other subnets.",
    };
  },
};

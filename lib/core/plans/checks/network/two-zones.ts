import { inWords } from "../../name-and-id";
import { pass, type Check } from "../check";

/** A recommendation of the Lambda Developer Guide, not a rule of the API. */
export const twoZones: Check = {
  code: "two-zones",
  title: "Availability Zones",
  evaluate: ({ after, subnets }) => {
    if (after === null) return null;
    const zones = [
      ...new Set(subnets.map(({ availabilityZone }) => availabilityZone).filter((zone) => zone !== null)),
    ];
    if (zones.length >= 2) return pass(`The subnets are in ${inWords(zones.sort())}.`);
    if (subnets.some(({ availabilityZone }) => availabilityZone === null)) {
      return { status: "unknown", message: "The zones of the subnets could not be read." };
    }
    return {
      status: "warn",
      message: `All subnets are in ${zones[0] ?? "one zone"}: when that zone has trouble, the function cannot reach its VPC.`,
      nextStep: "Add a subnet in a second zone.",
    };
  },
};

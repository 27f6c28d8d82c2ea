import { inWords, nameAndId } from "../../name-and-id";
import { pass, type Check } from "../check";

/** A Lambda interface never gets a public address, so an internet gateway does nothing for it. */
export const publicSubnet: Check = {
  code: "public-subnet",
  title: "Public subnets",
  evaluate: ({ after, subnets }) => {
    if (after === null) return null;
    const open = subnets.filter(({ kind }) => kind === "public");
    if (open.length > 0) {
      return {
        status: "warn",
        message: `${inWords(open.map(({ name, subnetId, kindReason }) => `${nameAndId(name, subnetId)} is public by its route ${kindReason}`))}. A function gets no public address there, so it cannot reach the internet by that route.`,
        evidence: open.map(({ subnetId, kindReason }) => ({ resourceId: subnetId, fact: kindReason })),
        nextStep: "Choose private subnets whose default route leads to a NAT gateway.",
      };
    }
    const unclear = subnets.filter(({ kind, presence }) => kind === "unknown" && presence !== "absent");
    if (unclear.length > 0) {
      return {
        status: "unknown",
        message: `Whether ${inWords(unclear.map(({ name, subnetId }) => nameAndId(name, subnetId)))} ${unclear.length === 1 ? "is" : "are"} public is not known: ${unclear[0]?.kindReason ?? ""}`,
      };
    }
    return pass("None of the subnets is public.");
  },
};

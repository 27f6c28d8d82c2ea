import { inWords, nameAndId } from "../../name-and-id";
import { planInterfaceChanges } from "../../interface-changes";
import { pass, type Check } from "../check";

/** Below this a subnet is nearly full: Lambda may want more interfaces for the same pair when traffic grows. */
const FEW_ADDRESSES = 5;

/** Each new interface takes one address; a subnet without one makes the update fail (SubnetOutOfIPAddresses). */
export const addresses: Check = {
  code: "addresses",
  title: "Free addresses",
  evaluate: (facts) => {
    if (facts.after === null) return null;
    const changes = planInterfaceChanges(facts);
    const createdIn = new Set(changes.created.map(({ subnetId }) => subnetId));
    const needing = facts.subnets.filter(
      ({ subnetId, presence }) => presence !== "absent" && createdIn.has(subnetId),
    );
    if (needing.length === 0)
      return pass("The interfaces are there already and are shared: no new address is used.");
    const describe = (subnets: typeof needing) =>
      inWords(subnets.map(({ name, subnetId }) => nameAndId(name, subnetId)));
    const evidence = needing.map(({ subnetId, availableIpAddressCount }) => ({
      resourceId: subnetId,
      fact: availableIpAddressCount === null ? "count not read" : `${availableIpAddressCount} free`,
    }));
    const full = needing.filter(({ availableIpAddressCount }) => availableIpAddressCount === 0);
    if (full.length > 0) {
      // Without the interfaces one may be there already, and then AWS needs no address.
      const isCertain = facts.interfaces.status === "read";
      return {
        status: isCertain ? "block" : "warn",
        message: `${describe(full)} ${full.length === 1 ? "has" : "have"} no free address for a new network interface${isCertain ? "" : " (if one is needed: the interfaces could not be read)"}. AWS would fail the update with \`SubnetOutOfIPAddresses\`.`,
        evidence,
        nextStep: "Choose another subnet, or security groups that already have an interface there.",
      };
    }
    const unread = needing.filter(({ availableIpAddressCount }) => availableIpAddressCount === null);
    if (unread.length > 0) {
      return {
        status: "unknown",
        message: `The free addresses of ${describe(unread)} could not be read.`,
        evidence,
        nextStep: "Allow ec2:DescribeSubnets, then plan again.",
      };
    }
    const few = needing.filter(
      ({ availableIpAddressCount }) => (availableIpAddressCount ?? 0) < FEW_ADDRESSES,
    );
    if (few.length > 0) {
      return {
        status: "warn",
        message: `${describe(few)} ${few.length === 1 ? "has" : "have"} fewer than ${FEW_ADDRESSES} free addresses; this takes one${few.length === 1 ? "" : " of each"}.`,
        evidence,
        nextStep: "Prefer larger subnets: Lambda may need more interfaces as traffic grows.",
      };
    }
    return { status: "pass", message: "Each subnet has room for its new interface.", evidence };
  },
};

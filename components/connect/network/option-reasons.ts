import type { SubnetDetail } from "@/lib/contract/functions";
import { MAX_SECURITY_GROUPS, MAX_SUBNETS } from "@/lib/contract/limits";
import type { NetworkChoice } from "./network-choice";

/** Why a subnet cannot be chosen now; undefined where it can. What is chosen can always be taken away. */
export function whyNotSubnet(subnet: SubnetDetail, choice: NetworkChoice): string | undefined {
  if (choice.subnetIds.includes(subnet.subnetId)) return undefined;
  if (subnet.ineligibleReason !== undefined) return subnet.ineligibleReason;
  if (choice.ipv6AllowedForDualStack && subnet.ipv6CidrBlock === null) {
    return "It has no IPv6 CIDR; with IPv6 traffic allowed, every subnet needs one.";
  }
  if (choice.subnetIds.length >= MAX_SUBNETS) return `Lambda takes at most ${MAX_SUBNETS} subnets.`;
  return undefined;
}

/** Why a security group cannot be chosen now; undefined where it can. */
export function whyNotGroup(groupId: string, choice: NetworkChoice): string | undefined {
  if (choice.securityGroupIds.includes(groupId)) return undefined;
  if (choice.securityGroupIds.length >= MAX_SECURITY_GROUPS) {
    return `Lambda takes at most ${MAX_SECURITY_GROUPS} security groups.`;
  }
  return undefined;
}

export interface Notice {
  tone: "warning" | "unknown" | "neutral";
  title: string;
  message: string;
}

/**
 * What one should know of the subnets chosen together. Sources: Lambda developer guide, "Connecting Lambda functions
 * to resources in a VPC" (two zones, public subnets); Lambda places environments in any of them (mixed routing).
 */
export function subnetNotices(chosen: readonly SubnetDetail[], isIpv6Allowed: boolean): Notice[] {
  if (chosen.length === 0) return [];
  return [
    zoneNotice(chosen),
    publicNotice(chosen),
    mixedNotice(chosen),
    addressNotice(chosen),
    ipv6Notice(chosen, isIpv6Allowed),
  ].filter((notice) => notice !== undefined);
}

function zoneNotice(chosen: readonly SubnetDetail[]): Notice | undefined {
  const zones = new Set(chosen.map((subnet) => subnet.availabilityZone));
  if (zones.size >= 2) return undefined;
  const [zone] = zones;
  return {
    tone: "warning",
    title: "One Availability Zone",
    message: `All chosen subnets are in ${zone ?? "one zone"}. AWS recommends subnets in at least two zones, so that the function goes on working when one fails.`,
  };
}

function publicNotice(chosen: readonly SubnetDetail[]): Notice | undefined {
  const names = chosen.filter((subnet) => subnet.kind === "public").map(nameOf);
  if (names.length === 0) return undefined;
  return {
    tone: "warning",
    title: "A public subnet gives a function no internet access",
    message: `A function gets no public IPv4 address, so it cannot use the internet gateway of ${names.join(", ")}. Choose subnets that route to a NAT gateway if it needs the internet.`,
  };
}

function mixedNotice(chosen: readonly SubnetDetail[]): Notice | undefined {
  const kinds = new Set(chosen.map((subnet) => subnet.kind));
  if (kinds.size < 2) return undefined;
  const groups = [...kinds].sort().map(
    (kind) =>
      `${kind}: ${chosen
        .filter((subnet) => subnet.kind === kind)
        .map(nameOf)
        .join(", ")}`,
  );
  return {
    tone: "warning",
    title: "The chosen subnets route differently",
    message: `Lambda runs the function in any of them, so what it reaches may vary from one call to the next. ${groups.join("; ")}.`,
  };
}

function addressNotice(chosen: readonly SubnetDetail[]): Notice | undefined {
  const full = chosen.filter((subnet) => subnet.availableIpAddressCount === 0).map(nameOf);
  if (full.length === 0) return undefined;
  return {
    tone: "warning",
    title: "No free addresses",
    message: `${full.join(", ")} has none left. It works only where an interface with the same security groups is already there to share.`,
  };
}

/** Ticking IPv6 after choosing leaves subnets that no longer qualify: they are named, not silently dropped. */
function ipv6Notice(chosen: readonly SubnetDetail[], isIpv6Allowed: boolean): Notice | undefined {
  const without = chosen.filter((subnet) => subnet.ipv6CidrBlock === null).map(nameOf);
  if (!isIpv6Allowed || without.length === 0) return undefined;
  return {
    tone: "warning",
    title: "Subnets without IPv6",
    message: `${without.join(", ")} has no IPv6 CIDR, and AWS refuses the change while IPv6 traffic is allowed. Take it away or disallow IPv6.`,
  };
}

function nameOf(subnet: SubnetDetail): string {
  return subnet.name ?? subnet.subnetId;
}

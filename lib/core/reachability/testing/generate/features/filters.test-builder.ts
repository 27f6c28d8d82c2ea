import type { Resource } from "@/lib/core/network/network";
import { NARROW_CIDRS } from "../draft";
import { held, type Feature } from "./feature.test-builder";

type Permission = NonNullable<Resource<"SecurityGroups">["IpPermissions"]>[number];
type Entry = NonNullable<Resource<"NetworkAcls">["Entries"]>[number];

const rule = (name: string, isSo: (permission: Permission, group: Resource<"SecurityGroups">) => boolean) =>
  held(`a rule ${name}`, "SecurityGroups", (group) =>
    [...(group.IpPermissions ?? []), ...(group.IpPermissionsEgress ?? [])].some((one) => isSo(one, group)),
  );
const pairs = ({ UserIdGroupPairs }: Permission) => UserIdGroupPairs ?? [];
const isNarrow = (cidr: string | undefined) => NARROW_CIDRS.some((narrow) => narrow === cidr);
const isNull = (value: unknown) => value === null;
const entry = (name: string, isSo: (one: Entry) => boolean) =>
  held(`a network ACL entry ${name}`, "NetworkAcls", ({ Entries }) => (Entries ?? []).some(isSo));

/** A rule about a group of a VPC that is peered with the rule's own. */
const namingPeer: Feature = {
  name: "a rule naming a peer's group",
  isIn: ({ captures }) => {
    const all = captures.map(({ resources }) => resources);
    const joined = all
      .flatMap((one) => one.VpcPeeringConnections ?? [])
      .map(({ RequesterVpcInfo, AccepterVpcInfo }) => [RequesterVpcInfo?.VpcId, AccepterVpcInfo?.VpcId]);
    return all
      .flatMap(({ SecurityGroups }) => SecurityGroups ?? [])
      .some(({ VpcId, IpPermissions, IpPermissionsEgress }) =>
        [...(IpPermissions ?? []), ...(IpPermissionsEgress ?? [])]
          .flatMap(pairs)
          .some((pair) =>
            joined.some((ends) => pair.VpcId !== VpcId && ends.includes(VpcId) && ends.includes(pair.VpcId)),
          ),
      );
  },
};

/** Security groups and network ACLs, with every encoding that AWS's answers have been seen with. */
export const FILTERS = [
  namingPeer,
  rule("for a range of ports", ({ FromPort, ToPort }) => FromPort === 5000 && ToPort === 6000),
  rule("for all traffic", ({ IpProtocol, FromPort }) => IpProtocol === "-1" && FromPort === undefined),
  rule("for all traffic with ports", ({ IpProtocol, FromPort }) => IpProtocol === "-1" && FromPort === 22),
  rule("with -1 as ports", ({ IpProtocol, FromPort }) => IpProtocol === "-1" && FromPort === -1),
  rule("with only FromPort", (one) => one.FromPort !== undefined && one.ToPort === undefined),
  rule("with only ToPort", (one) => one.FromPort === undefined && one.ToPort !== undefined),
  rule("with -1 as FromPort", (one) => one.FromPort === -1 && one.ToPort === 443),
  rule("with -1 as ToPort", (one) => one.FromPort === 443 && one.ToPort === -1),
  rule("with TCP by number", ({ IpProtocol }) => IpProtocol === "6"),
  rule("for another protocol by number", ({ IpProtocol }) => IpProtocol === "50"),
  rule("for an ICMP type", ({ IpProtocol, FromPort }) => IpProtocol === "icmp" && FromPort === 8),
  rule("for an ICMP type and code", ({ IpProtocol, ToPort }) => IpProtocol === "icmp" && ToPort === 4),
  rule("for ICMPv6", ({ IpProtocol }) => IpProtocol === "icmpv6"),
  rule("for IPv6", ({ Ipv6Ranges }) => (Ipv6Ranges ?? []).length > 0),
  rule("naming a group", (one, { VpcId }) => pairs(one).some((pair) => pair.VpcId === VpcId)),
  rule("naming another VPC's group", (one, { VpcId }) =>
    pairs(one).some((pair) => pair.VpcId !== VpcId && pair.VpcId !== "vpc-gone"),
  ),
  rule("naming a deleted group", (one) => pairs(one).some(({ GroupId }) => GroupId === "sg-deleted")),
  rule("naming a prefix list", ({ PrefixListIds }) => (PrefixListIds ?? []).length > 0),
  rule("for a narrow public range", ({ IpRanges }) => (IpRanges ?? []).some((one) => isNarrow(one.CidrIp))),
  rule("with null for lists", ({ IpRanges }) => isNull(IpRanges)),
  held("a group without inbound rules", "SecurityGroups", (one) => (one.IpPermissions ?? []).length === 0),
  held("single rules", "SecurityGroupRules", () => true),
  held("a group of another VPC", "SecurityGroupVpcAssociations", ({ State }) => State === "associated"),
  entry("that denies", ({ RuleAction, RuleNumber }) => RuleAction === "deny" && (RuleNumber ?? 0) < 100),
  entry("for ephemeral ports", ({ PortRange }) => PortRange?.From === 32768),
  entry("for an ICMP type", ({ IcmpTypeCode }) => IcmpTypeCode?.Type === 8),
  entry("for ICMPv6", ({ Protocol }) => Protocol === "58"),
  entry("for another protocol by number", ({ Protocol }) => Protocol === "50"),
  entry("for TCP without ports", ({ Protocol, PortRange }) => Protocol === "6" && PortRange === undefined),
  entry("for a narrow public range", ({ CidrBlock }) => isNarrow(CidrBlock)),
  entry("for IPv6", ({ Ipv6CidrBlock }) => Ipv6CidrBlock !== undefined),
  held("entries out of order", "NetworkAcls", ({ Entries }) =>
    (Entries ?? []).some((one, at) => (one.RuleNumber ?? 0) < (Entries?.[at - 1]?.RuleNumber ?? 0)),
  ),
];

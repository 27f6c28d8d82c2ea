import type { IpPermission, SecurityGroup } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { RegionWorld } from "../../../world/world";
import { getKnownSecurityGroup } from "./get-known-security-group";

/** One permission for one peer: what a rule is. */
interface SingleRule {
  permission: IpPermission;
  peer: string;
}

const NUMBERED: Readonly<Record<string, string>> = {
  "6": "tcp",
  "17": "udp",
  "1": "icmp",
  "58": "icmpv6",
  all: "-1",
};
const EMPTY_PEERS = { IpRanges: [], Ipv6Ranges: [], PrefixListIds: [], UserIdGroupPairs: [] };

function normalize(permission: IpPermission): IpPermission {
  const protocol = permission.IpProtocol?.toLowerCase() ?? "-1";
  const IpProtocol = NUMBERED[protocol] ?? protocol;
  if (IpProtocol === "-1") return { IpProtocol };
  const { FromPort, ToPort } = permission;
  if ((IpProtocol === "tcp" || IpProtocol === "udp") && (FromPort === undefined || ToPort === undefined)) {
    throw new AwsError(
      "InvalidParameterValue",
      "Invalid value for portRange. Must specify both from and to ports with TCP/UDP.",
    );
  }
  if (FromPort !== undefined && ToPort !== undefined && FromPort > ToPort && ToPort !== -1) {
    throw new AwsError(
      "InvalidParameterValue",
      `Invalid TCP/UDP port range (${String(FromPort)}:${String(ToPort)})`,
    );
  }
  return { IpProtocol, FromPort, ToPort };
}

/** Permissions taken apart, one rule for each peer. Throws AwsError for what EC2 refuses. */
export function toSingleRules(
  world: { regionWorld: RegionWorld; accountId: string },
  permissions: readonly IpPermission[],
): SingleRule[] {
  return permissions.flatMap((permission) => {
    const base = { ...normalize(permission), ...EMPTY_PEERS };
    return [
      ...(permission.IpRanges ?? []).map((range) => {
        checkCidr(range.CidrIp ?? "");
        return { permission: { ...base, IpRanges: [range] }, peer: range.CidrIp ?? "" };
      }),
      ...(permission.Ipv6Ranges ?? []).map((range) => ({
        permission: { ...base, Ipv6Ranges: [range] },
        peer: range.CidrIpv6 ?? "",
      })),
      ...(permission.PrefixListIds ?? []).map((list) => ({
        permission: { ...base, PrefixListIds: [list] },
        peer: list.PrefixListId ?? "",
      })),
      ...(permission.UserIdGroupPairs ?? []).map((pair) => {
        const group = getKnownSecurityGroup(world.regionWorld, pair.GroupId);
        const known = { ...pair, GroupId: group.GroupId, UserId: pair.UserId ?? world.accountId };
        return { permission: { ...base, UserIdGroupPairs: [known] }, peer: group.GroupId ?? "" };
      }),
    ];
  });
}

function checkCidr(cidr: string): void {
  const [address = "", length = ""] = cidr.split("/");
  const octets = address.split(".");
  const isAddress =
    octets.length === 4 && octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) <= 255);
  if (isAddress && /^\d{1,2}$/.test(length) && Number(length) <= 32) return;
  throw new AwsError("InvalidParameterValue", `CIDR block ${cidr} is malformed`);
}

function keyOf({ permission, peer }: SingleRule): string {
  return [permission.IpProtocol, permission.FromPort ?? -1, permission.ToPort ?? -1, peer].join("|");
}

/** How EC2 names a rule in its complaints. */
function describe({ permission, peer }: SingleRule): string {
  const protocol = permission.IpProtocol === "-1" ? "ALL" : (permission.IpProtocol ?? "").toUpperCase();
  const ports =
    permission.FromPort === undefined
      ? ""
      : `, from port: ${String(permission.FromPort)}, to port: ${String(permission.ToPort)}`;
  return `peer: ${peer}, ${protocol}${ports}, ALLOW`;
}

/** A group's rules with new ones. Throws InvalidPermission.Duplicate where one is there already. */
export function withRules(
  world: { regionWorld: RegionWorld; accountId: string },
  current: SecurityGroup["IpPermissions"],
  added: readonly SingleRule[],
): IpPermission[] {
  const known = new Set(toSingleRules(world, current ?? []).map(keyOf));
  for (const rule of added) {
    if (known.has(keyOf(rule))) {
      throw new AwsError(
        "InvalidPermission.Duplicate",
        `the specified rule "${describe(rule)}" already exists`,
      );
    }
    known.add(keyOf(rule));
  }
  return [...(current ?? []), ...added.map((rule) => rule.permission)];
}

/** A group's rules without some. Throws InvalidPermission.NotFound where one is not there. */
export function withoutRules(
  world: { regionWorld: RegionWorld; accountId: string },
  current: SecurityGroup["IpPermissions"],
  removed: readonly SingleRule[],
): IpPermission[] {
  const rules = new Map(toSingleRules(world, current ?? []).map((rule) => [keyOf(rule), rule.permission]));
  for (const rule of removed) {
    if (!rules.delete(keyOf(rule))) {
      throw new AwsError(
        "InvalidPermission.NotFound",
        "The specified rule does not exist in this security group.",
      );
    }
  }
  return [...rules.values()];
}

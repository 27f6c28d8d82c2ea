import type { Resource } from "@/lib/core/network/network";
import type { Capture } from "@/lib/core/network/snapshot";
import { formatAddress, parseCidr } from "../../sets/address-range";
import { editResource, replaced, resourcesOf } from "./edit-captures.test-builder";
import { SIDES, type Edit } from "./rule-edits.test-builder";

type Permission = NonNullable<Resource<"SecurityGroups">["IpPermissions"]>[number];
type Entry = NonNullable<Resource<"NetworkAcls">["Entries"]>[number];

/** Both halves of a block; none of a single address. */
function cidrHalves(cidr: string | undefined): string[] {
  const range = parseCidr(cidr ?? "");
  const bits = range?.family === 6 ? 128 : 32;
  if (!range || range.prefixLength === bits) return [];
  const half = 2n ** BigInt(bits - range.prefixLength - 1);
  const second = BigInt(range.first) + half;
  return [range.first, range.family === 4 ? Number(second) : second].map(
    (first) => `${formatAddress(range.family, first)}/${range.prefixLength + 1}`,
  );
}

/** Both halves of a range of TCP or UDP ports; none of one port, of no limit, or of ICMP's types. */
function portHalves(from: number | undefined, to: number | undefined): [from: number, to: number][] {
  if (from === undefined || to === undefined || from < 0 || to <= from) return [];
  const middle = Math.floor((from + to) / 2);
  return [
    [from, middle],
    [middle + 1, to],
  ];
}

function permissionSplits(permission: Permission): Permission[][] {
  const { IpRanges, Ipv6Ranges } = permission;
  const byIpv4 = (IpRanges ?? []).map(({ CidrIp }, index) =>
    cidrHalves(CidrIp).map((half) => ({
      ...permission,
      IpRanges: replaced(IpRanges, index, [{ CidrIp: half }]),
    })),
  );
  const byIpv6 = (Ipv6Ranges ?? []).map(({ CidrIpv6 }, index) =>
    cidrHalves(CidrIpv6).map((half) => ({
      ...permission,
      Ipv6Ranges: replaced(Ipv6Ranges, index, [{ CidrIpv6: half }]),
    })),
  );
  const hasPorts = ["tcp", "udp", "6", "17"].includes(permission.IpProtocol ?? "");
  const byPort = hasPorts
    ? portHalves(permission.FromPort, permission.ToPort).map(([FromPort, ToPort]) => ({
        ...permission,
        FromPort,
        ToPort,
      }))
    : [];
  return [...byIpv4, ...byIpv6, byPort].filter((halves) => halves.length === 2);
}

export function groupSplits(captures: readonly Capture[]): Edit[] {
  return resourcesOf(captures, "SecurityGroups").flatMap(([id, group]) =>
    SIDES.flatMap((side) =>
      (group[side] ?? []).flatMap((permission, index) =>
        permissionSplits(permission).map(
          (halves): Edit =>
            () =>
              editResource(captures, "SecurityGroups", id, (one) => ({
                ...one,
                [side]: replaced(group[side], index, halves),
              })),
        ),
      ),
    ),
  );
}

function entrySplits(entry: Entry): Entry[][] {
  const byIpv4 = cidrHalves(entry.CidrBlock).map((CidrBlock) => ({ ...entry, CidrBlock }));
  const byIpv6 = cidrHalves(entry.Ipv6CidrBlock).map((Ipv6CidrBlock) => ({ ...entry, Ipv6CidrBlock }));
  const byPort = portHalves(entry.PortRange?.From, entry.PortRange?.To).map(([From, To]) => ({
    ...entry,
    PortRange: { From, To },
  }));
  return [byIpv4, byIpv6, byPort].filter((halves) => halves.length === 2);
}

/** The second half comes right after the first: numbers are doubled to make room. */
export function aclSplits(captures: readonly Capture[]): Edit[] {
  return resourcesOf(captures, "NetworkAcls").flatMap(([id, { Entries = [] }]) =>
    Entries.flatMap((entry, index) =>
      entrySplits(entry).map(
        (halves): Edit =>
          () =>
            editResource(captures, "NetworkAcls", id, (acl) => ({
              ...acl,
              Entries: Entries.flatMap((one, at): Entry[] => {
                const RuleNumber = (one.RuleNumber ?? 0) * 2;
                if (at !== index) return [{ ...one, RuleNumber }];
                return halves.map((half, second) => ({ ...half, RuleNumber: RuleNumber + second }));
              }),
            })),
      ),
    ),
  );
}

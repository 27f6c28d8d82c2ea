import type { Resource } from "@/lib/core/network/network";
import type { Resources } from "@/lib/core/network/resources";
import {
  aNetworkAcl,
  aNetworkInterface,
  aRoute,
  aRouteTable,
  aSecurityGroup,
  aSubnet,
  associatedWith,
  aVpc,
} from "@/lib/testing/builders/vpc-resources";

type Route = NonNullable<Parameters<typeof aRoute>[0]>;
type Entry = NonNullable<Resource<"NetworkAcls">["Entries"]>[number];
export type Permission = NonNullable<Resource<"SecurityGroups">["IpPermissions"]>[number];

/** What one half of a VPC, which is a subnet with one interface, has of its own. */
interface Half {
  subnet?: Resource<"Subnets">;
  eni?: Resource<"NetworkInterfaces">;
  /** A table of its own, with these routes beside the local ones. */
  routes?: readonly Route[];
  /** A network ACL of its own. */
  entries?: readonly Entry[];
}

interface OpenVpc {
  vpc?: Resource<"Vpcs">;
  /** In the main table, beside the local ones. */
  routes?: readonly Route[];
  inbound?: Permission[];
  outbound?: Permission[];
  a?: Half;
  b?: Half;
}

const ANYTHING: Permission = {
  IpProtocol: "-1",
  IpRanges: [{ CidrIp: "0.0.0.0/0" }],
  Ipv6Ranges: [{ CidrIpv6: "::/0" }],
};

/** One entry of a network ACL that allows all of IPv4 unless told otherwise. */
export function anEntry(overrides: Entry): Entry {
  return {
    RuleNumber: 100,
    Egress: false,
    Protocol: "-1",
    RuleAction: "allow",
    CidrBlock: "0.0.0.0/0",
    ...overrides,
  };
}

const OPEN_ENTRIES = [true, false].flatMap((Egress): Entry[] => [
  anEntry({ Egress }),
  { RuleNumber: 101, Egress, Protocol: "-1", RuleAction: "allow", Ipv6CidrBlock: "::/0" },
]);

/**
 * VPC `vpc-<n>` of 10.<n>.0.0/16 and 2600:1f18:<n>00::/56, with a subnet `a` (10.<n>.1.0/24) and a subnet `b`
 * (10.<n>.2.0/24), an interface `eni-<n>a`, `eni-<n>b` at host 10 of each, where everything is open.
 */
export function openVpc(n: number, own: OpenVpc = {}): Resources {
  const { vpc, inbound = [ANYTHING], outbound = [ANYTHING], a = {}, b = {} } = own;
  const isIn = { VpcId: `vpc-${n}` };
  const cidr = `10.${n}.0.0/16`;
  const halves = [halfOf(n, "a", 1, a), halfOf(n, "b", 2, b)];
  return {
    ...together(...halves),
    Vpcs: [
      aVpc({
        ...isIn,
        CidrBlock: cidr,
        CidrBlockAssociationSet: [{ CidrBlock: cidr, CidrBlockState: { State: "associated" } }],
        Ipv6CidrBlockAssociationSet: [
          { Ipv6CidrBlock: ipv6Of(n), Ipv6CidrBlockState: { State: "associated" } },
        ],
        ...vpc,
      }),
    ],
    SecurityGroups: [
      aSecurityGroup({
        ...isIn,
        GroupId: `sg-${n}`,
        IpPermissions: inbound,
        IpPermissionsEgress: outbound,
      }),
    ],
    RouteTables: [
      aRouteTable({ ...isIn, RouteTableId: `rtb-${n}`, Routes: routesOf(n, own.routes) }),
      ...halves.flatMap(({ RouteTables = [] }) => RouteTables),
    ],
  };
}

function halfOf(
  n: number,
  letter: string,
  number: number,
  { subnet, eni, routes, entries }: Half,
): Resources {
  const SubnetId = `subnet-${n}${letter}`;
  const isIn = { VpcId: `vpc-${n}`, SubnetId };
  const ipv6 = `2600:1f18:${n}00:${number}::`;
  const table = {
    VpcId: `vpc-${n}`,
    RouteTableId: `rtb-${n}${letter}`,
    Associations: associatedWith(SubnetId),
    Routes: routesOf(n, routes),
  };
  return {
    Subnets: [
      aSubnet({
        ...isIn,
        CidrBlock: `10.${n}.${number}.0/24`,
        Ipv6CidrBlockAssociationSet: [
          { Ipv6CidrBlock: `${ipv6}/64`, Ipv6CidrBlockState: { State: "associated" } },
        ],
        ...subnet,
      }),
    ],
    NetworkAcls: [
      aNetworkAcl({
        VpcId: `vpc-${n}`,
        NetworkAclId: `acl-${n}${letter}`,
        Associations: [{ SubnetId }],
        Entries: [...(entries ?? OPEN_ENTRIES)],
      }),
    ],
    NetworkInterfaces: [
      aNetworkInterface({
        ...isIn,
        NetworkInterfaceId: `eni-${n}${letter}`,
        PrivateIpAddress: `10.${n}.${number}.10`,
        Ipv6Addresses: [{ Ipv6Address: `${ipv6}10` }],
        Groups: [{ GroupId: `sg-${n}` }],
        ...eni,
      }),
    ],
    RouteTables: routes === undefined ? [] : [aRouteTable(table)],
  };
}

function routesOf(n: number, routes: readonly Route[] = []): Route[] {
  return [
    aRoute({ DestinationCidrBlock: `10.${n}.0.0/16` }),
    { DestinationIpv6CidrBlock: ipv6Of(n), GatewayId: "local", State: "active" },
    ...routes.map((route) => ({ State: "active" as const, ...route })),
  ];
}

function ipv6Of(n: number): string {
  return `2600:1f18:${n}00::/56`;
}

/** All that several parts hold, as one network. */
export function together(...parts: readonly Resources[]): Resources {
  const all = new Map<string, unknown[]>();
  for (const part of parts) {
    for (const [key, list] of Object.entries(part)) all.set(key, [...(all.get(key) ?? []), ...list]);
  }
  return Object.fromEntries(all);
}

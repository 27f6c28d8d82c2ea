import { describe, expect, it } from "vitest";
import { buildNetwork } from "../../network/build-network";
import { parseDocuments } from "../../network/import/parse-documents";
import { evaluateFlow } from "../evaluate-flow";
import type { Flow } from "../flow";
import type { Verdict } from "../trace";

type Answers = Readonly<Record<string, object>>;

const ANYWHERE = { IpRanges: [{ CidrIp: "0.0.0.0/0" }], Ipv6Ranges: null, UserIdGroupPairs: null };
const group = (id: string, IpPermissions: object[] | null, IpPermissionsEgress: object[] | null) => ({
  SecurityGroups: [{ GroupId: id, VpcId: "vpc-1", IpPermissions, IpPermissionsEgress }],
});
const entry = (Egress: boolean, own: object = {}) => ({
  Egress,
  RuleNumber: 100,
  RuleAction: "allow",
  Protocol: "-1",
  CidrBlock: "0.0.0.0/0",
  ...own,
});
const acl = (...Entries: object[]) => ({
  NetworkAcls: [{ NetworkAclId: "acl-2", Associations: [{ SubnetId: "subnet-2" }], Entries }],
});
const receiving = (permission: object) => ({
  DescribeSecurityGroups_2: group("sg-2", [{ ...ANYWHERE, ...permission }], []),
});

/** Two subnets with an interface each, as the AWS CLI or a recorder prints them; the second lets TCP 5432 in. */
const printed: Answers = {
  DescribeVpcs: { Vpcs: [{ VpcId: "vpc-1", CidrBlock: "10.0.0.0/16" }] },
  DescribeSubnets: {
    Subnets: [
      { SubnetId: "subnet-1", VpcId: "vpc-1", CidrBlock: "10.0.1.0/24" },
      { SubnetId: "subnet-2", VpcId: "vpc-1", CidrBlock: "10.0.2.0/24" },
    ],
  },
  DescribeRouteTables: {
    RouteTables: [
      {
        RouteTableId: "rtb-1",
        VpcId: "vpc-1",
        Associations: [{ Main: true, SubnetId: null, GatewayId: null }],
        Routes: [{ DestinationCidrBlock: "10.0.0.0/16", GatewayId: "local", NatGatewayId: null }],
      },
    ],
  },
  DescribeNetworkAcls_1: {
    NetworkAcls: [
      {
        NetworkAclId: "acl-1",
        Associations: [{ SubnetId: "subnet-1" }],
        Entries: [entry(true), entry(false)],
      },
    ],
  },
  DescribeNetworkAcls_2: acl(entry(true), entry(false)),
  DescribeSecurityGroups_1: group("sg-1", null, [{ ...ANYWHERE, IpProtocol: "-1" }]),
  ...receiving({ IpProtocol: "tcp", FromPort: 5432, ToPort: 5432 }),
  DescribeNetworkInterfaces: {
    NetworkInterfaces: ["1", "2"].map((n) => ({
      NetworkInterfaceId: `eni-${n}`,
      VpcId: "vpc-1",
      SubnetId: `subnet-${n}`,
      PrivateIpAddress: `10.0.${n}.10`,
      Status: "in-use",
      Association: null,
      Ipv6Addresses: null,
      Groups: [{ GroupId: `sg-${n}` }],
    })),
  },
};

/** Each member that a route, an entry, a rule or an association may have, as "" or null where it has none. */
function printedAs(nothing: "" | null): Answers {
  const target = [
    "GatewayId",
    "NatGatewayId",
    "InstanceId",
    "NetworkInterfaceId",
    "TransitGatewayId",
    "IpAddress",
  ];
  const range = ["DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId"];
  const empty = (...names: string[]) => Object.fromEntries(names.map((name) => [name, nothing]));
  const route = (own: object) => ({
    ...empty(...target, ...range, "VpcPeeringConnectionId", "CoreNetworkArn"),
    ...own,
  });
  const table = (RouteTableId: string, association: object, ...Routes: object[]) => ({
    RouteTableId,
    VpcId: "vpc-1",
    Associations: [{ ...empty("SubnetId", "GatewayId", "PublicIpv4Pool"), ...association }],
    Routes,
  });
  const local = route({ DestinationCidrBlock: "10.0.0.0/16", GatewayId: "local", State: "active" });
  const toNat = route({ DestinationCidrBlock: "8.8.0.0/16", NatGatewayId: "nat-1", State: "active" });
  const toInternet = route({ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1", State: "active" });
  const rule = (own: object) => ({
    IpProtocol: "-1",
    IpRanges: [{ CidrIp: nothing }, own],
    Ipv6Ranges: [{ CidrIpv6: nothing }],
    PrefixListIds: [{ PrefixListId: nothing }],
    UserIdGroupPairs: [{ ...empty("GroupId", "UserId", "VpcId", "VpcPeeringConnectionId") }],
  });
  const own = (Egress: boolean) =>
    entry(Egress, { CidrBlock: nothing, Ipv6CidrBlock: nothing, RuleNumber: 1 });
  const open = (Egress: boolean) => entry(Egress, { Ipv6CidrBlock: nothing });
  return {
    DescribeRouteTables: {
      RouteTables: [
        table("rtb-1", { Main: true }, local, toNat),
        table(
          "rtb-public",
          { SubnetId: "subnet-2", AssociationState: { State: nothing } },
          local,
          toInternet,
        ),
      ],
    },
    DescribeNetworkAcls_2: acl(own(true), own(false), open(true), open(false)),
    DescribeSecurityGroups_1: group("sg-1", [], [rule({ CidrIp: "0.0.0.0/0" })]),
    DescribeNatGateways: {
      NatGateways: [
        {
          NatGatewayId: "nat-1",
          VpcId: "vpc-1",
          SubnetId: "subnet-2",
          State: "available",
          ...empty("FailureCode", "AvailabilityMode", "RouteTableId"),
          NatGatewayAddresses: [
            { PrivateIp: "10.0.2.20", PublicIp: "203.0.113.7", ...empty("AvailabilityZone") },
          ],
        },
      ],
    },
    DescribeInternetGateways: {
      InternetGateways: [
        { InternetGatewayId: "igw-1", Attachments: [{ VpcId: "vpc-1", State: "available" }] },
      ],
    },
  };
}

function verdictOf(
  answers: Answers,
  traffic: Pick<Flow, "protocol" | "port" | "icmp">,
  destination: Flow["destination"] = { networkInterfaceId: "eni-2" },
): Verdict {
  const documents = Object.entries({ ...printed, ...answers }).map(([call, content]) => ({
    path: `111122223333/eu-west-1/${call}.json`,
    content: JSON.stringify(content),
  }));
  const { captures } = parseDocuments(documents, { capturedAt: "2026-01-02T03:04:05.000Z" });
  const source = { networkInterfaceId: "eni-1" };
  return evaluateFlow(buildNetwork({ captures }), { source, destination, ...traffic }).verdict;
}

const tcp = (port: number) => ({ protocol: "tcp" as const, port });
const ECHO = { protocol: "icmp" as const };
const unreachableType = (code: number) => ({ ...ECHO, icmp: { type: 3, code } });

describe("a question about answers as they are printed", () => {
  it.each<[string, Answers, Pick<Flow, "protocol" | "port" | "icmp">, Verdict]>([
    ["lists that are null are empty", {}, tcp(5432), "reachable"],
    [
      "a group without rules",
      { DescribeSecurityGroups_2: group("sg-2", null, null) },
      tcp(5432),
      "unreachable",
    ],
    ["TCP by number", receiving({ IpProtocol: "6", FromPort: 80, ToPort: 80 }), tcp(80), "reachable"],
    [
      "TCP by number, another port",
      receiving({ IpProtocol: "6", FromPort: 80, ToPort: 80 }),
      tcp(81),
      "unreachable",
    ],
    ["-1 with ports is all", receiving({ IpProtocol: "-1", FromPort: 80, ToPort: 80 }), tcp(81), "reachable"],
    [
      "ESP with ports",
      receiving({ IpProtocol: "50", FromPort: 0, ToPort: 0 }),
      { protocol: 50 },
      "reachable",
    ],
    ["ICMP by number", receiving({ IpProtocol: "1", FromPort: 8, ToPort: -1 }), ECHO, "reachable"],
    [
      "the reply's type only",
      receiving({ IpProtocol: "icmp", FromPort: 0, ToPort: -1 }),
      ECHO,
      "unreachable",
    ],
    ["a code", receiving({ IpProtocol: "icmp", FromPort: 3, ToPort: 4 }), unreachableType(4), "reachable"],
    [
      "another code",
      receiving({ IpProtocol: "icmp", FromPort: 3, ToPort: 4 }),
      unreachableType(1),
      "unreachable",
    ],
    ["no final entry", { DescribeNetworkAcls_2: acl(entry(true)) }, tcp(5432), "unreachable"],
    [
      "entries without a range of ports",
      {
        DescribeNetworkAcls_2: acl(
          entry(true, { Protocol: "6", PortRange: null }),
          entry(false, { Protocol: "6" }),
        ),
      },
      tcp(5432),
      "reachable",
    ],
    [
      "replies to Linux's own ports only",
      {
        DescribeNetworkAcls_2: acl(
          entry(true, { Protocol: "6", PortRange: { From: 32768, To: 60999 } }),
          entry(false),
        ),
      },
      tcp(5432),
      "mixed",
    ],
    [
      "a network ACL that names no subnet",
      { DescribeNetworkAcls_2: { NetworkAcls: [] } },
      tcp(5432),
      "unknown",
    ],
    [
      "the same, where the group blocks",
      { DescribeNetworkAcls_2: { NetworkAcls: [] } },
      tcp(1),
      "unreachable",
    ],
  ])("%s", (_, answers, traffic, verdict) => {
    expect(verdictOf(answers, traffic)).toBe(verdict);
  });
});

describe("what is printed though it is not there", () => {
  it.each([[""], [null]] as const)("as %j changes no answer", (nothing) => {
    const answers = printedAs(nothing);
    expect(verdictOf(answers, tcp(5432))).toBe("reachable");
    expect(verdictOf(answers, tcp(5433))).toBe("unreachable");
    expect(verdictOf(answers, tcp(443), { cidr: "8.8.8.8/32" })).toBe("reachable");
    expect(verdictOf(answers, tcp(443), { cidr: "9.9.9.9/32" })).toBe("unreachable");
  });
});

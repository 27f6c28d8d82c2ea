import type { Resources } from "@/lib/core/network/resources";
import {
  aNetworkInterface,
  aRouteTable,
  aSecurityGroup,
  aSubnet,
  associatedWith,
} from "@/lib/testing/builders/vpc-resources";
import { openVpc, together } from "../../cases/open-vpc.test-builder";
import { addressOf, asks, many, type Shape } from "./shape.test-builder";

const IS_IN = { VpcId: "vpc-1" };

/** Subnets of four addresses each, of one VPC. */
function subnets(count: number): Resources {
  return {
    Subnets: many(count, (n) =>
      aSubnet({ ...IS_IN, SubnetId: `subnet-${n}`, CidrBlock: `${addressOf(4 * n)}/30` }),
    ),
  };
}

const vpc = (own: object = {}) =>
  openVpc(1, { vpc: { CidrBlock: "10.1.0.0/16", CidrBlockAssociationSet: blocks }, ...own });
const blocks = ["10.1.0.0/16", "100.0.0.0/8"].map((CidrBlock) => ({
  CidrBlock,
  CidrBlockState: { State: "associated" as const },
}));
const LOCAL = { routes: [{ DestinationCidrBlock: "100.0.0.0/8", GatewayId: "local" }] };

/** Interfaces of subnet `b`, which is wide here, with a group of their own. */
function interfaces(count: number): Resources {
  return {
    NetworkInterfaces: many(count, (n) =>
      aNetworkInterface({
        ...IS_IN,
        NetworkInterfaceId: `eni-${n}`,
        SubnetId: "subnet-1b",
        PrivateIpAddress: addressOf(n),
        Groups: [{ GroupId: "sg-many" }],
      }),
    ),
  };
}
const WIDE = { ...LOCAL, b: { subnet: { CidrBlock: "100.0.0.0/8" } } };
const byGroup = aSecurityGroup({
  ...IS_IN,
  GroupId: "sg-many",
  IpPermissions: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "sg-many" }] }],
});
const FIRST = { source: { networkInterfaceId: "eni-0" } };

/** Subnets, interfaces, and resources told many times. */
export const places: Record<string, Shape> = {
  "a connection to ten thousand subnets": {
    count: 10_000,
    resources: (count) =>
      together(vpc(LOCAL), subnets(count), {
        NetworkAcls: many(count, (n) => ({
          ...IS_IN,
          NetworkAclId: `acl-${n}`,
          Associations: [{ SubnetId: `subnet-${n}` }],
          Entries: [false, true].map((Egress) => ({
            RuleNumber: 100,
            Egress,
            Protocol: "-1",
            RuleAction: "allow" as const,
            CidrBlock: "0.0.0.0/0",
          })),
        })),
        RouteTables: many(count, (n) =>
          aRouteTable({
            ...IS_IN,
            RouteTableId: `rtb-own-${n}`,
            Associations: associatedWith(`subnet-${n}`),
            Routes: [{ DestinationCidrBlock: "10.1.0.0/16", GatewayId: "local", State: "active" }],
          }),
        ),
      }),
    questions: [
      asks("reachable", {
        source: { connection: { subnetIds: many(10_000, (n) => `subnet-${n}`), securityGroupIds: ["sg-1"] } },
        destination: { cidr: "10.1.2.10/32" },
      }),
    ],
  },
  "a hundred thousand interfaces in one group": {
    count: 100_000,
    resources: (count) => together(vpc(WIDE), interfaces(count), { SecurityGroups: [byGroup] }),
    questions: [
      asks("reachable", { ...FIRST, destination: { networkInterfaceId: "eni-7" } }),
      asks("unreachable", { destination: { networkInterfaceId: "eni-7" } }),
      asks("unreachable", { ...FIRST, destination: { cidr: "100.0.0.0/8" } }),
      asks("unreachable", { source: { cidr: "100.9.0.0/16" }, destination: { networkInterfaceId: "eni-7" } }),
    ],
  },
  "a hundred thousand interfaces that Lambda made for one connection": {
    count: 100_000,
    resources: (count) => {
      const { NetworkInterfaces = [] } = interfaces(count);
      const Description = "AWS Lambda VPC ENI-orders-1";
      return together(vpc(WIDE), {
        SecurityGroups: [byGroup],
        NetworkInterfaces: NetworkInterfaces.map((one) => ({
          ...one,
          InterfaceType: "lambda" as const,
          Description,
        })),
      });
    },
    questions: [
      asks("reachable", {
        source: { connection: { subnetIds: ["subnet-1b"], securityGroupIds: ["sg-many"] } },
        destination: { networkInterfaceId: "eni-1a" },
      }),
    ],
  },
  "everything told ten thousand times": {
    count: 10_000,
    resources: (count) => {
      const once = openVpc(1);
      return Object.fromEntries(
        Object.entries(once).map(([key, list]) => [key, many(count, () => list as object[]).flat()]),
      );
    },
    questions: [asks("reachable"), asks("unreachable", { destination: { cidr: "10.1.2.0/24" } })],
  },
};

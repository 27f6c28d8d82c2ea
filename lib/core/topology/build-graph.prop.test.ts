import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDbInstance, aReservation } from "@/lib/testing/builders/destinations";
import { aFunction, aFunctionState } from "@/lib/testing/builders/functions";
import {
  anInternetGateway,
  aNatGateway,
  aPeeringConnection,
  aVpcEndpoint,
} from "@/lib/testing/builders/gateways";
import { aFullCapture } from "@/lib/testing/builders/snapshot";
import {
  aLambdaInterface,
  aNetworkInterface,
  aRoute,
  aRouteTable,
  aSecurityGroup,
  associatedWith,
  aSubnet,
  aVpc,
} from "@/lib/testing/builders/vpc-resources";
import { buildNetwork } from "../network/build-network";
import { buildGraph } from "./build-graph";

const zones = ["a", "b", "c"];
const subnetIds = zones.flatMap((zone) => [`public-${zone}`, `private-${zone}`]);

const resources = {
  Vpcs: [aVpc(), aVpc({ VpcId: "vpc-2" }), aVpc({ VpcId: "vpc-3" })],
  Subnets: subnetIds.map((SubnetId) =>
    aSubnet({ SubnetId, AvailabilityZone: `eu-west-1${SubnetId.slice(-1)}` }),
  ),
  RouteTables: [
    aRouteTable({
      Routes: [
        aRoute(),
        { DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1" },
        { DestinationCidrBlock: "10.1.0.0/16", VpcPeeringConnectionId: "pcx-1" },
        { DestinationPrefixListId: "pl-1", GatewayId: "vpce-s3" },
      ],
    }),
    aRouteTable({
      RouteTableId: "rtb-2",
      Associations: associatedWith(...subnetIds.filter((id) => id.startsWith("public"))),
      Routes: [
        { DestinationIpv6CidrBlock: "::/0", GatewayId: "igw-1" },
        { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" },
      ],
    }),
  ],
  SecurityGroups: [aSecurityGroup(), aSecurityGroup({ GroupId: "sg-2", GroupName: "db" })],
  InternetGateways: [anInternetGateway()],
  NatGateways: [
    aNatGateway({ SubnetId: "public-a" }),
    aNatGateway({ NatGatewayId: "nat-2", SubnetId: "public-b" }),
  ],
  VpcEndpoints: [
    aVpcEndpoint({ SubnetIds: ["private-c", "private-a"] }),
    aVpcEndpoint({ VpcEndpointId: "vpce-s3", VpcEndpointType: "Gateway", SubnetIds: [] }),
  ],
  VpcPeeringConnections: [
    aPeeringConnection(),
    aPeeringConnection({ VpcPeeringConnectionId: "pcx-2", AccepterVpcInfo: { VpcId: "vpc-3" } }),
  ],
  NetworkInterfaces: [
    aLambdaInterface({ SubnetId: "private-a" }),
    aLambdaInterface({ NetworkInterfaceId: "eni-2", SubnetId: "private-a" }),
    ...["3", "4", "5"].map((id) =>
      aNetworkInterface({ NetworkInterfaceId: `eni-${id}`, SubnetId: "private-b" }),
    ),
  ],
  Reservations: ["i-1", "i-2", "i-3"].map((InstanceId) =>
    aReservation({ InstanceId, SubnetId: "private-b" }),
  ),
  DBInstances: [aDbInstance(), aDbInstance({ DBInstanceIdentifier: "other" })],
  Functions: [
    ...["a", "b", "c"].map((FunctionName) =>
      aFunction({
        FunctionName,
        VpcConfig: { SubnetIds: ["private-b", "private-a"], SecurityGroupIds: ["sg-2", "sg-1"] },
      }),
    ),
    aFunction({ FunctionName: "d", VpcConfig: undefined }),
    aFunction({ FunctionName: "e", VpcConfig: undefined }),
  ],
  FunctionStates: ["a", "b"].map((FunctionName) => aFunctionState({ FunctionName })),
};

/** The same resources with every list, at any depth, in another order. */
function shuffled<T>(value: T, random: () => number): T {
  if (Array.isArray(value)) {
    const keyed = value.map((item: unknown) => ({ item: shuffled(item, random), at: random() }));
    return keyed.sort((a, b) => a.at - b.at).map(({ item }) => item) as T;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shuffled(item, random)])) as T;
}

/** A small generator of its own, so that a failure can be repeated from the seed alone. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe("buildGraph", () => {
  it("is the same whatever the order in which AWS answered", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom("vpc-1", "vpc-2", undefined), (seed, vpcId) => {
        const graph = (given: typeof resources) =>
          buildGraph(buildNetwork({ captures: [aFullCapture(given)] }), vpcId);
        expect(graph(shuffled(resources, randomFrom(seed)))).toEqual(graph(resources));
      }),
    );
  });

  it("draws no edge without both its ends, and nothing inside a container that is not there", () => {
    fc.assert(
      fc.property(fc.subarray(Object.keys(resources)), fc.constantFrom("vpc-1", undefined), (keys, vpcId) => {
        const kept = new Set(keys);
        const some = Object.fromEntries(Object.entries(resources).filter(([key]) => kept.has(key)));
        const { nodes, edges } = buildGraph(buildNetwork({ captures: [aFullCapture(some)] }), vpcId);
        const ids = new Set(nodes.map(({ id }) => id));
        expect(nodes.filter(({ parentId }) => parentId !== undefined && !ids.has(parentId))).toEqual([]);
        expect(edges.filter(({ source, target }) => !ids.has(source) || !ids.has(target))).toEqual([]);
        expect(ids.size).toBe(nodes.length);
        expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
      }),
    );
  });
});

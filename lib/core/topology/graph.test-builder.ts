import { anInternetGateway, aNatGateway } from "@/lib/testing/builders/gateways";
import { aFullCapture } from "@/lib/testing/builders/snapshot";
import {
  aRoute,
  aRouteTable,
  associatedWith,
  aSubnet,
  aVpc,
  named,
} from "@/lib/testing/builders/vpc-resources";
import { buildNetwork } from "../network/build-network";
import type { Resources } from "../network/resources";
import { buildGraph } from "./build-graph";
import type { GraphEdge, GraphNode, GraphPart } from "./graph";

export function graphOf(resources: Resources, vpcId: string | null = "vpc-1"): GraphPart {
  return buildGraph(buildNetwork({ captures: [aFullCapture(resources)] }), vpcId ?? undefined);
}

export function nodeOf({ nodes }: GraphPart, id: string): GraphNode {
  const found = nodes.find((node) => node.id === id);
  if (!found) throw new Error(`no node ${id} among ${nodes.map((node) => node.id).join(", ")}`);
  return found;
}

export function edgeOf({ edges }: GraphPart, source: string, target: string): GraphEdge {
  const found = edges.find((edge) => edge.source === source && edge.target === target);
  if (!found)
    throw new Error(`no edge ${source} > ${target} among ${edges.map((edge) => edge.id).join(", ")}`);
  return found;
}

export function factOf(node: GraphNode, label: string): string | undefined {
  return node.facts.find((fact) => fact.label === label)?.value;
}

export const table = (routes: ReturnType<typeof aRoute>[], ...subnetIds: string[]) =>
  aRouteTable({
    RouteTableId: `rtb-${subnetIds.join("-")}`,
    Associations: associatedWith(...subnetIds),
    Routes: [aRoute(), ...routes],
    Tags: named(`table of ${subnetIds.join(" and ")}`),
  });
export const toInternet = { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1", State: "active" as const };
export const toNat = {
  DestinationCidrBlock: "0.0.0.0/0",
  GatewayId: undefined,
  NatGatewayId: "nat-1",
  State: "active" as const,
};

/** A public subnet with a NAT gateway, a private one behind it, and an isolated one. */
export const classic: Resources = {
  Vpcs: [aVpc({ Tags: named("prod") })],
  Subnets: [
    aSubnet({ SubnetId: "public", Tags: named("public-a") }),
    aSubnet({ SubnetId: "private", CidrBlock: undefined, AvailableIpAddressCount: undefined }),
    aSubnet({ SubnetId: "isolated", AvailabilityZone: undefined }),
  ],
  RouteTables: [aRouteTable(), table([toInternet], "public"), table([toNat], "private")],
  InternetGateways: [
    anInternetGateway(),
    anInternetGateway({ InternetGatewayId: "igw-other", Attachments: undefined }),
  ],
  NatGateways: [
    aNatGateway({ SubnetId: "public" }),
    aNatGateway({ NatGatewayId: "nat-2", State: "deleted" }),
  ],
};

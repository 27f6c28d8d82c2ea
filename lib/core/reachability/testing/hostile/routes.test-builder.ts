import type { Resource } from "@/lib/core/network/network";
import type { Resources } from "@/lib/core/network/resources";
import { aPeeringConnection, anInternetGateway } from "@/lib/testing/builders/gateways";
import { aVpc } from "@/lib/testing/builders/vpc-resources";
import { staticRoute, transitGateway } from "../../cases/joined-vpcs.test-builder";
import { openVpc, together } from "../../cases/open-vpc.test-builder";
import { addressOf, asks, many, type Shape } from "./shape.test-builder";

const OUT = { destination: { cidr: "8.8.8.8/32" } };
const TO_2 = { destination: { cidr: "10.2.1.10/32" } };
const A_RANGE = { destination: { cidr: "100.0.0.0/8" } };
const IGW = { GatewayId: "igw-1" };
const TGW = { TransitGatewayId: "tgw-1" };

function toInternet(routes: readonly object[], more: Resources = {}): Resources {
  const all = [{ DestinationCidrBlock: "0.0.0.0/0", ...IGW }, ...routes];
  const isPublic = { Association: { PublicIp: "3.3.3.3" } };
  return together(
    openVpc(1, { routes: all, a: { eni: isPublic } }),
    { InternetGateways: [anInternetGateway()] },
    more,
  );
}

const attachment = (n: number) => `tgw-attach-${n}`;

/** Transit gateways 1 to `count` in a ring, each of which sends 10.2.0.0/16 to the next; `vpc-1` is at the first. */
function ring(count: number, routes: Resource<"TransitGatewayRoutes">["Routes"]): Resources {
  const gateways = many(count, (n) => {
    const id = `tgw-${n + 1}`;
    const next = {
      TransitGatewayAttachmentId: attachment(n),
      ResourceId: "tgw",
      ResourceType: "peering" as const,
    };
    const onwards = {
      DestinationCidrBlock: "10.2.0.0/16",
      Type: "static" as const,
      State: "active" as const,
      TransitGatewayAttachments: [next],
    };
    const attachments = n === 0 ? { 1: {} } : {};
    const { TransitGatewayRouteTableAssociations: [table] = [], ...rest } = transitGateway({
      id,
      attachments,
      routes: [onwards, ...routes],
    });
    const peers = [n, (n + count - 1) % count].map((one) => ({
      TransitGatewayAttachmentId: attachment(one),
      ResourceType: "peering" as const,
      State: "associated" as const,
    }));
    return {
      ...rest,
      TransitGatewayRouteTableAssociations: [
        { TransitGatewayRouteTableId: `${id}-rtb`, Associations: [...(table?.Associations ?? []), ...peers] },
      ],
      TransitGatewayPeeringAttachments: [
        {
          TransitGatewayAttachmentId: attachment(n),
          RequesterTgwInfo: { TransitGatewayId: id },
          AccepterTgwInfo: { TransitGatewayId: `tgw-${((n + 1) % count) + 1}` },
          State: "available" as const,
        },
      ],
    };
  });
  const vpc = openVpc(1, { routes: [{ DestinationCidrBlock: "0.0.0.0/0", ...TGW }] });
  return together(vpc, ...gateways);
}

/** Route tables, of VPCs and of transit gateways, and circles among what they lead to. */
export const routes: Record<string, Shape> = {
  "a route table with a hundred thousand routes": {
    count: 100_000,
    resources: (count) =>
      toInternet(many(count, (n) => ({ DestinationCidrBlock: `${addressOf(n)}/32`, ...IGW }))),
    questions: [asks("reachable", OUT), asks("unknown", A_RANGE, "NOT_EVALUATED_TOO_LARGE")],
  },
  "a route table with a hundred thousand propagated and as many local routes": {
    count: 100_000,
    resources: (count) =>
      toInternet([
        ...many(count, (n) => ({
          DestinationCidrBlock: `${addressOf(n)}/32`,
          ...IGW,
          Origin: "EnableVgwRoutePropagation" as const,
        })),
        ...many(count, (n) => ({ DestinationCidrBlock: `${addressOf(count + n)}/32`, GatewayId: "local" })),
      ]),
    questions: [asks("reachable", OUT)],
  },
  "a route by a prefix list of a million entries": {
    count: 1_000_000,
    resources: (count) =>
      toInternet([{ DestinationPrefixListId: "pl-1", ...IGW }], {
        ManagedPrefixListEntries: [
          { PrefixListId: "pl-1", Entries: many(count, (n) => ({ Cidr: `${addressOf(n)}/32` })) },
        ],
      }),
    questions: [asks("reachable", OUT), asks("reachable", { destination: { cidr: "100.0.0.1/32" } })],
  },
  "ten thousand routes by prefix lists that were not read": {
    count: 10_000,
    resources: (count) =>
      toInternet(many(count, (n) => ({ DestinationPrefixListId: `pl-${n}`, NatGatewayId: "nat-1" }))),
    questions: [asks("unknown", OUT)],
  },
  "a transit gateway route table with a hundred thousand routes, and five that send in a circle": {
    count: 100_000,
    resources: (count) =>
      ring(
        5,
        many(count, (n) => staticRoute(`${addressOf(n)}/32`, 1)),
      ),
    questions: [
      asks("unreachable", TO_2, "ROUTING_LOOP"),
      asks("unknown", A_RANGE, "NOT_EVALUATED_TOO_LARGE"),
    ],
  },
  "a ring of two thousand transit gateways": {
    count: 2_000,
    resources: (count) => ring(count, []),
    questions: [asks("unreachable", TO_2, "ROUTING_LOOP")],
  },
  "a transit gateway with ten thousand VPCs that propagate": {
    count: 10_000,
    resources: (count) => {
      const attachments = Object.fromEntries(many(count, (n) => [n + 1, {}]));
      const cidr = (n: number) => (n < 2 ? `10.${n + 1}.0.0/16` : `${addressOf(n)}/32`);
      return together(
        openVpc(1, { routes: [{ DestinationCidrBlock: "0.0.0.0/0", ...TGW }] }),
        openVpc(2, { routes: [{ DestinationCidrBlock: "0.0.0.0/0", ...TGW }] }),
        transitGateway({ attachments }),
        {
          Vpcs: many(count, (n) =>
            aVpc({ VpcId: `vpc-${n + 1}`, CidrBlock: cidr(n), CidrBlockAssociationSet: [] }),
          ).slice(2),
        },
      );
    },
    questions: [asks("reachable", TO_2), asks("unknown", A_RANGE)],
  },
  "a chain of peerings, and ten thousand more between two of its VPCs": {
    count: 10_000,
    resources: (count) => {
      const vpcs = many(20, (n) => {
        const on = { DestinationCidrBlock: "10.0.0.0/8", VpcPeeringConnectionId: `pcx-${n + 1}` };
        const back =
          n === 0 ? [] : [{ DestinationCidrBlock: `10.${n}.0.0/16`, VpcPeeringConnectionId: `pcx-${n}` }];
        return openVpc(n + 1, { routes: [on, ...back] });
      });
      const peerings = many(count, (n) =>
        aPeeringConnection({
          VpcPeeringConnectionId: `pcx-${n + 1}`,
          RequesterVpcInfo: { VpcId: n < 20 ? `vpc-${n + 1}` : "vpc-1" },
          AccepterVpcInfo: { VpcId: n < 20 ? `vpc-${n + 2}` : "vpc-2" },
        }),
      );
      return together(...vpcs, { VpcPeeringConnections: peerings });
    },
    questions: [
      asks("reachable", TO_2),
      asks("unreachable", { destination: { cidr: "10.20.1.10/32" } }, "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR"),
    ],
  },
};

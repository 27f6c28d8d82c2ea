import { aPeeringConnection } from "@/lib/testing/builders/gateways";
import type { Resource } from "@/lib/core/network/network";
import type { Resources } from "@/lib/core/network/resources";
import { ACCOUNT_ID } from "@/lib/testing/builders/snapshot";

type Attachment = Resource<"TransitGatewayVpcAttachments">;
type TransitRoute = Resource<"TransitGatewayRoutes">["Routes"][number];

/** `pcx-1` between `vpc-1` and `vpc-2`. */
export function peeringOf(otherRegion = "eu-west-1"): Resources {
  const side = (VpcId: string, Region: string) => ({ VpcId, OwnerId: ACCOUNT_ID, Region });
  return {
    VpcPeeringConnections: [
      aPeeringConnection({
        RequesterVpcInfo: side("vpc-1", "eu-west-1"),
        AccepterVpcInfo: side("vpc-2", otherRegion),
      }),
    ],
  };
}

/** A route of `vpc-<from>` to `vpc-<to>`, in either family. */
export function routesTo(to: number, target: object): object[] {
  return [
    { DestinationCidrBlock: `10.${to}.0.0/16`, ...target },
    { DestinationIpv6CidrBlock: `2600:1f18:${to}00::/56`, ...target },
  ];
}

/** A route of a table of `tgw-1` to its attachment of `vpc-<n>`. */
export function staticRoute(DestinationCidrBlock: string, n: number): TransitRoute {
  return {
    DestinationCidrBlock,
    Type: "static",
    State: "active",
    TransitGatewayAttachments: [
      { TransitGatewayAttachmentId: `tgw-1-attach-${n}`, ResourceId: `vpc-${n}`, ResourceType: "vpc" },
    ],
  };
}

interface TransitGateway {
  id?: string;
  options?: Resource<"TransitGateways">["Options"];
  /** By VPC number; each is in subnet `a` unless told otherwise. */
  attachments: Record<number, Attachment>;
  /** Which VPCs propagate their ranges: all of those attached unless told otherwise. */
  propagating?: readonly number[];
  routes?: readonly TransitRoute[];
}

/** `tgw-1` with one table, `<id>-rtb`, for its attachments `<id>-attach-<n>`. */
export function transitGateway({
  id = "tgw-1",
  options,
  attachments,
  propagating,
  routes = [],
}: TransitGateway): Resources {
  const TransitGatewayRouteTableId = `${id}-rtb`;
  const numbers = Object.keys(attachments).map(Number);
  const attachmentId = (n: number) => `${id}-attach-${n}`;
  const isOf = { TransitGatewayId: id };
  return {
    TransitGateways: [
      { ...isOf, OwnerId: ACCOUNT_ID, State: "available", ...(options && { Options: options }) },
    ],
    TransitGatewayVpcAttachments: numbers.map((n) => ({
      ...isOf,
      TransitGatewayAttachmentId: attachmentId(n),
      VpcId: `vpc-${n}`,
      State: "available",
      SubnetIds: [`subnet-${n}a`],
      ...attachments[n],
    })),
    TransitGatewayRouteTables: [{ ...isOf, TransitGatewayRouteTableId, State: "available" }],
    TransitGatewayRouteTableAssociations: [
      {
        TransitGatewayRouteTableId,
        Associations: numbers.map((n) => ({
          TransitGatewayAttachmentId: attachmentId(n),
          ResourceId: `vpc-${n}`,
          ResourceType: "vpc",
          State: "associated",
        })),
      },
    ],
    TransitGatewayRoutes: [{ TransitGatewayRouteTableId, Routes: [...routes] }],
    TransitGatewayRouteTablePropagations: [
      {
        TransitGatewayRouteTableId,
        TransitGatewayRouteTablePropagations: (propagating ?? numbers).map((n) => ({
          TransitGatewayAttachmentId: attachmentId(n),
          ResourceId: `vpc-${n}`,
          ResourceType: "vpc",
          State: "enabled",
        })),
      },
    ],
  };
}

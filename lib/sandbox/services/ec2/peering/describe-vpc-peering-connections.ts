import type {
  DescribeVpcPeeringConnectionsCommandInput,
  DescribeVpcPeeringConnectionsCommandOutput,
  VpcPeeringConnection,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../describe/describe-collection";
import { peeringIds } from "./peering-ids";
import { toVisiblePeering } from "./to-visible-peering";

/** Peering connections. */
const vpcPeeringConnectionCollection: Collection<VpcPeeringConnection> = {
  ...peeringIds,
  list: (context) =>
    context.regionWorld.vpcPeeringConnections.map((peering) => toVisiblePeering(context, peering)),
  idOf: (peering) => peering.VpcPeeringConnectionId,
  tagsOf: (peering) => peering.Tags,
  filters: {
    "accepter-vpc-info.cidr-block": (peering) => peering.AccepterVpcInfo?.CidrBlock,
    "accepter-vpc-info.owner-id": (peering) => peering.AccepterVpcInfo?.OwnerId,
    "accepter-vpc-info.vpc-id": (peering) => peering.AccepterVpcInfo?.VpcId,
    "expiration-time": (peering) => peering.ExpirationTime?.toISOString(),
    "requester-vpc-info.cidr-block": (peering) => peering.RequesterVpcInfo?.CidrBlock,
    "requester-vpc-info.owner-id": (peering) => peering.RequesterVpcInfo?.OwnerId,
    "requester-vpc-info.vpc-id": (peering) => peering.RequesterVpcInfo?.VpcId,
    "status-code": (peering) => peering.Status?.Code,
    "status-message": (peering) => peering.Status?.Message,
    "vpc-peering-connection-id": (peering) => peering.VpcPeeringConnectionId,
  },
};

export const describeVpcPeeringConnections: Handler<
  DescribeVpcPeeringConnectionsCommandInput,
  Answer<DescribeVpcPeeringConnectionsCommandOutput>
> = (context, input) => {
  const { items, ...page } = describeCollection(context, vpcPeeringConnectionCollection, {
    ids: input.VpcPeeringConnectionIds,
    Filters: input.Filters,
    MaxResults: input.MaxResults,
    NextToken: input.NextToken,
  });
  return { VpcPeeringConnections: items, ...page };
};

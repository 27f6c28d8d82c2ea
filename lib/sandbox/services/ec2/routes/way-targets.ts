import { AwsError } from "../../../aws-error";
import { idError } from "../describe/pick-by-ids";
import { peeringIds } from "../peering/peering-ids";
import { differentNetworks } from "./different-networks";
import type { Target, TargetQuestion } from "./route-target";

/** A kind of target of which the sandbox has none. */
function unknown(code: string, noun: string): (question: TargetQuestion) => Target {
  return ({ id }) => {
    throw new AwsError(`${code}.NotFound`, `The ${noun} ID '${id}' does not exist`);
  };
}

/** Targets that lead to other networks. */
export const wayTargets = {
  VpcPeeringConnectionId: ({ regionWorld, table, id }: TargetQuestion): Target => {
    const peering = regionWorld.vpcPeeringConnections.find(
      (candidate) => candidate.VpcPeeringConnectionId === id,
    );
    const state = peering?.Status?.Code;
    if (peering === undefined || state === "deleted" || state === "rejected" || state === "failed") {
      throw idError(peeringIds, id);
    }
    const isSide = [peering.RequesterVpcInfo, peering.AccepterVpcInfo].some(
      (side) => side?.VpcId === table.VpcId,
    );
    if (!isSide) throw differentNetworks(table, "vpc peering connection", id);
    return { VpcPeeringConnectionId: id, State: state === "active" ? "active" : "blackhole" };
  },
  TransitGatewayId: ({ regionWorld, table, id }: TargetQuestion): Target => {
    const attachment = regionWorld.transit.vpcAttachments.find(
      (candidate) =>
        candidate.TransitGatewayId === id &&
        candidate.VpcId === table.VpcId &&
        (candidate.State === "available" || candidate.State === "modifying"),
    );
    // AWS gives this answer for a transit gateway that the VPC is not attached to as well.
    if (attachment === undefined) {
      throw new AwsError("InvalidTransitGatewayID.NotFound", `The transitGateway ID '${id}' does not exist.`);
    }
    return { TransitGatewayId: id, State: "active" };
  },
  CarrierGatewayId: unknown("InvalidCarrierGatewayID", "carrierGateway"),
  LocalGatewayId: unknown("InvalidLocalGatewayID", "localGateway"),
  CoreNetworkArn: unknown("InvalidCoreNetworkArn", "coreNetwork"),
  OdbNetworkArn: unknown("InvalidOdbNetworkArn", "odbNetwork"),
} satisfies Readonly<Record<string, (question: TargetQuestion) => Target>>;

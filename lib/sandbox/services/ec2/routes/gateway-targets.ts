import { AwsError } from "../../../aws-error";
import { idError } from "../describe/pick-by-ids";
import { egressOnlyInternetGatewayCollection } from "../gateways/describe-egress-only-internet-gateways";
import { differentNetworks } from "./different-networks";
import type { Target, TargetQuestion } from "./route-target";

function gatewayNotFound(id: string): AwsError {
  return new AwsError("InvalidGatewayID.NotFound", `The gateway ID '${id}' does not exist`);
}

function toInternetGateway({ regionWorld, table, id }: TargetQuestion): Target {
  const gateway = regionWorld.internetGateways.find((candidate) => candidate.InternetGatewayId === id);
  if (gateway === undefined) throw gatewayNotFound(id);
  if (gateway.Attachments?.some((attachment) => attachment.VpcId === table.VpcId) !== true) {
    throw differentNetworks(table, "network gateway", id);
  }
  return { GatewayId: id, State: "active" };
}

function toVpnGateway({ regionWorld, table, id }: TargetQuestion): Target {
  const gateway = regionWorld.transit.vpnGateways.find(
    (candidate) => candidate.VpnGatewayId === id && candidate.State !== "deleted",
  );
  if (gateway === undefined) throw gatewayNotFound(id);
  const isAttached = gateway.VpcAttachments?.some(
    (attachment) => attachment.VpcId === table.VpcId && attachment.State === "attached",
  );
  if (isAttached !== true) throw differentNetworks(table, "network gateway", id);
  return { GatewayId: id, State: "active" };
}

/** A NAT gateway's IPv6 traffic is what it translates: the well-known prefix of NAT64. */
const NAT64 = "64:ff9b::/96";

/** Targets that are gateways at the edge of the VPC. */
export const gatewayTargets = {
  GatewayId: (question: TargetQuestion): Target => {
    if (question.id.startsWith("igw-")) return toInternetGateway(question);
    if (question.id.startsWith("vgw-")) return toVpnGateway(question);
    throw gatewayNotFound(question.id);
  },
  EgressOnlyInternetGatewayId: ({ regionWorld, table, destination, id }: TargetQuestion): Target => {
    const gateway = regionWorld.egressOnlyInternetGateways.find(
      (candidate) => candidate.EgressOnlyInternetGatewayId === id,
    );
    if (gateway === undefined) throw idError(egressOnlyInternetGatewayCollection, id);
    if (gateway.Attachments?.some((attachment) => attachment.VpcId === table.VpcId) !== true) {
      throw differentNetworks(table, "network gateway", id);
    }
    if (destination.cidr?.family === 4) {
      throw new AwsError(
        "InvalidParameterValue",
        "An egress-only internet gateway can be the target of IPv6 routes only.",
      );
    }
    return { EgressOnlyInternetGatewayId: id, State: "active" };
  },
  NatGatewayId: ({ regionWorld, table, destination, id }: TargetQuestion): Target => {
    const gateway = regionWorld.natGateways.find((candidate) => candidate.NatGatewayId === id);
    const isGone =
      gateway?.State === "failed" || gateway?.State === "deleting" || gateway?.State === "deleted";
    if (gateway === undefined || isGone) {
      // CreateRoute's own spelling, as terraform-provider-aws's issues quote it.
      throw new AwsError("InvalidNatGatewayID.NotFound", `The natGateway ID '${id}' does not exist`);
    }
    if (gateway.VpcId !== table.VpcId) throw differentNetworks(table, "network gateway", id);
    if (destination.cidr?.family === 6 && destination.text !== NAT64) {
      throw new AwsError(
        "InvalidParameterValue",
        `A NAT gateway can be the target of the IPv6 route ${NAT64} only.`,
      );
    }
    return { NatGatewayId: id, State: "active" };
  },
} satisfies Readonly<Record<string, (question: TargetQuestion) => Target>>;

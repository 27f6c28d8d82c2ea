import type { VpcPeeringConnectionVpcInfo } from "@aws-sdk/client-ec2";
import type { Network } from "@/lib/core/network/network";
import type { Recorded } from "@/lib/core/network/resources";
import { isWithin } from "../places/addresses";
import { passPeeringEncryption } from "../filters/encryption-control";
import type { Here } from "./internet";
import { leaveSubnet } from "../filters/network-acls";
import { cidrsOf } from "../places/vpcs";
import { Blocked, Lost, missing, type Position, type Walk } from "../walk";

type VpcInfo = Recorded<VpcPeeringConnectionVpcInfo>;

/** Over a peering connection, which carries nothing but what its two VPCs say to one another. */
export function peeringConnection(walk: Walk, here: Here, connectionId: string): Position {
  const { network, packet } = walk;
  if (here.subnetId !== null) leaveSubnet(walk, here.subnetId);
  const connection = network.vpcPeeringConnections.get(connectionId)?.resource;
  if (!connection) return missing("DescribeVpcPeeringConnections");
  const { RequesterVpcInfo: one, AccepterVpcInfo: other, Status } = connection;
  if (Status?.Code !== "active") throw new Blocked("BAD_STATE peering");
  const [near, far] = one?.VpcId === here.vpcId ? [one, other] : [other, one];
  if (near?.VpcId !== here.vpcId || far?.VpcId === undefined)
    throw new Blocked("BAD_STATE peering of others");
  if (!isOf(network, near, packet.source)) throw new Blocked("PCX_REQUIRES_ADDRESS_IN_VPC_CIDR source");
  if (!isOf(network, far, packet.destination))
    throw new Blocked("PCX_REQUIRES_ADDRESS_IN_VPC_CIDR destination");
  walk.crossings.push({ kind: "peering", id: connectionId });
  if (!network.vpcs.has(far.VpcId)) throw new Lost("NOT_EVALUATED_UNREAD peer");
  passPeeringEncryption(network, [near.VpcId, far.VpcId]);
  return { at: "vpc", vpcId: far.VpcId, fromSubnetId: null };
}

function isOf(network: Network, info: VpcInfo, address: string): boolean {
  const listed = [
    info.CidrBlock,
    ...(info.CidrBlockSet ?? []).map(({ CidrBlock }) => CidrBlock),
    ...(info.Ipv6CidrBlockSet ?? []).map(({ Ipv6CidrBlock }) => Ipv6CidrBlock),
  ];
  const cidrs = cidrsOf(network, info.VpcId ?? "") ?? listed;
  // Nothing is known of a VPC that neither was read nor shows its ranges.
  return cidrs.every((cidr) => cidr === undefined) || cidrs.some((cidr) => isWithin(address, cidr));
}

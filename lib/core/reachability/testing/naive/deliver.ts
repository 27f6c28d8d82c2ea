import { isSameAddress } from "./places/addresses";
import { interfaceAt } from "./places/interfaces";
import { backThroughNat, natGatewayAt } from "./gateways/nat-gateways";
import { enterSubnet, leaveSubnet } from "./filters/network-acls";
import { isInVpc, subnetAt } from "./places/vpcs";
import { Blocked, isComplete, Lost, type Position, type Walk } from "./walk";

/** Within a VPC to whatever has the address, past the network ACLs where it changes subnets. */
export function deliver(walk: Walk, vpcId: string, fromSubnetId: string | null): Position {
  const { network, packet, sender, direction } = walk;
  const { destination } = packet;
  const isBack =
    direction === "reply" && sender?.vpcId === vpcId && isSameAddress(sender.address, destination);
  const nat = isBack ? undefined : natGatewayAt(network, vpcId, destination);
  const found = interfaceAt(network, vpcId, destination);
  const subnetId = isBack
    ? sender.subnetId
    : (nat?.SubnetId ?? found?.SubnetId ?? subnetAt(network, vpcId, destination));
  if (fromSubnetId !== null && subnetId !== fromSubnetId) leaveSubnet(walk, fromSubnetId);
  if (subnetId === undefined) return nowhere(walk, vpcId);
  if (subnetId !== fromSubnetId) enterSubnet(walk, subnetId);
  if (isBack) return { at: "sender" };
  if (nat?.NatGatewayId !== undefined) return backThroughNat(walk, nat.NatGatewayId);
  if (found?.NetworkInterfaceId !== undefined)
    return { at: "interface", networkInterfaceId: found.NetworkInterfaceId };
  if (isComplete(network, "DescribeNetworkInterfaces", vpcId)) throw new Blocked("NO_POSSIBLE_DESTINATION");
  throw new Lost("NOT_EVALUATED_UNREAD DescribeNetworkInterfaces");
}

function nowhere({ network, packet }: Walk, vpcId: string): never {
  if (network.vpcs.has(vpcId) && !isInVpc(network, vpcId, packet.destination))
    throw new Blocked("NO_POSSIBLE_DESTINATION outside the VPC");
  if (isComplete(network, "DescribeSubnets", vpcId)) throw new Blocked("NO_POSSIBLE_DESTINATION no subnet");
  throw new Lost("NOT_EVALUATED_UNREAD DescribeSubnets");
}

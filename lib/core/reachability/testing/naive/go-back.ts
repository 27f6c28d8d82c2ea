import { isIpv6, isSameAddress } from "./places/addresses";
import { follow } from "./follow";
import { backThroughNat } from "./gateways/nat-gateways";
import { peeringConnection } from "./gateways/peering";
import { replyTo } from "./question";
import { enterSubnet } from "./filters/network-acls";
import { answerLoadBalancer } from "./load-balancers/answer-load-balancer";
import { Blocked, isForClient, Lost, type Position, type Walk } from "./walk";

/**
 * The reply has to find the sender, past every network ACL; security groups let it pass. `end` is null where the
 * packet was lost: then the reply is looked at from where it would come back in.
 */
export function goBack(walk: Walk, end: Position | null): void {
  const reply = replyTo(walk.packet);
  if (reply === null || (end === null && walk.sender === null)) return;
  walk.direction = "reply";
  walk.packet = reply;
  walk.hops = 0;
  const start = whereItStarts(walk, end);
  if (start !== null) followHome(walk, start);
}

/** Where a reply is lost, it has to get into the subnet of whoever sent last, and from a NAT gateway to the sender. */
function followHome(walk: Walk, start: Position): void {
  try {
    const arrived = follow(walk, start);
    if (!isHome(walk, arrived)) throw new Blocked(`REPLY_GOES_ELSEWHERE ${arrived.at}`);
  } catch (error) {
    if (!(error instanceof Lost)) throw error;
    const last = walk.translations.at(-1);
    const subnetId = last ? last.subnetId : walk.sender?.subnetId;
    // As whoever sent last knows the receiver: by the public address, where that was asked for.
    walk.packet.source = walk.asked.destination;
    if (last) {
      walk.packet.destination = last.after.source;
      walk.packet.destinationPort = last.after.sourcePort;
    }
    if (walk.hasLeft && typeof subnetId === "string") enterSubnet(walk, subnetId);
    if (last) followHome(walk, backThroughNat(walk, last.natGatewayId));
    throw error;
  }
}

function isHome({ sender, packet, asked }: Walk, arrived: Position): boolean {
  if (sender) return arrived.at === "sender" && packet.destinationPort === asked.sourcePort;
  return arrived.at === "outside" && isSameAddress(packet.destination, asked.source);
}

function whereItStarts(walk: Walk, end: Position | null): Position | null {
  if (end?.at === "interface") return fromInterface(walk, end.networkInterfaceId);
  if (end?.at === "outside") return { at: "internet" };
  if (end?.at === "service") return { at: "vpc", vpcId: end.vpcId, fromSubnetId: null };
  return comingIn(walk);
}

/** From nowhere known, into the subnet of the last that wrote its own address into the packet, where it had left that. */
function comingIn(walk: Walk): Position | null {
  const { translations, crossings, sender, hasLeft } = walk;
  // Its public address leads back to the gateway that gave it.
  if (crossings.at(-1)?.kind === "internet") return { at: "internet" };
  const last = translations.at(-1);
  if (sender && !last && isForClient(walk)) return answerLoadBalancer(walk, sender, null);
  if (last && (last.subnetId === null || !hasLeft)) return backThroughNat(walk, last.natGatewayId);
  const vpcId = last?.vpcId ?? sender?.vpcId;
  return vpcId === undefined || !hasLeft ? null : { at: "vpc", vpcId, fromSubnetId: null };
}

/** What came from a NAT gateway by peering returns by the same connection, whatever the routes say. */
function fromInterface(walk: Walk, networkInterfaceId: string): Position {
  const { network, crossings, packet, sender } = walk;
  const found = network.networkInterfaces.get(networkInterfaceId)?.resource;
  const subnetId = found?.SubnetId ?? "";
  if (sender && walk.translations.length === 0 && isForClient(walk))
    return answerLoadBalancer(walk, sender, subnetId);
  const [before, last] = crossings.slice(-2);
  if (before?.kind === "nat-gateway" && last?.kind === "peering" && !isIpv6(packet.destination))
    return peeringConnection(walk, { vpcId: found?.VpcId ?? "", subnetId }, last.id);
  return { at: "subnet", subnetId };
}

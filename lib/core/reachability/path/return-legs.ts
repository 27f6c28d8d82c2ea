import type { Endpoint } from "../index/endpoint";
import type { Checkpoint } from "../filters/checkpoint";
import type { Explanation, NotEvaluated } from "../trace";
import { formatRange, type AddressRange } from "../sets/address-range";
import { deliverInVpc } from "../walk/deliver";
import { walkFrom } from "../walk/leave-subnet";
import { addHop, block, crossAcl, newWalk, type PassedHop, type Walk, type WalkEnd } from "../walk/walk";
import { enterByGateway } from "./enter-vpc";
import { endpointHops } from "./endpoint-hops";
import { natPlace } from "./forward-legs";
import type { Leg, PathQuestion, Sender } from "./path";

export interface WayBack {
  hops: PassedHop[];
  checkpoints: Checkpoint[];
  notes: NotEvaluated[];
}

/** The reply's way over one leg, or null where none can be followed: the packet got nowhere, or out of what is known. */
export function wayBack(question: PathQuestion, leg: Leg): WayBack | null {
  const { packet } = leg.walk;
  const walk = newWalk({
    index: question.index,
    cuts: question.cuts,
    direction: "return",
    packet: {
      source: packet.destination,
      destination: packet.source,
      isInternetAtLarge: leg.sender === null && question.isFromInternetAtLarge,
    },
    sender: leg.end.kind === "endpoint" ? leg.end.endpoint : null,
    receiver: leg.sender ?? askerBehindGateway(question.sender, packet.source),
  });
  const end = sendBack(walk, leg);
  if (end === null) return lastStepBack(walk, leg);
  if (end.kind === "beyond" || end.kind === "appliance") enterSendersSubnet(walk, leg);
  checkArrival(walk, end, leg, question.sender);
  const arrived = leg.sender === null ? [] : endpointHops(leg.sender, "end");
  return { hops: [...walk.hops, ...arrived], checkpoints: walk.checkpoints, notes: walk.notes };
}

/** An IPv6 sender keeps its address on the internet, so that a reply may find it by another way. */
function askerBehindGateway(asker: Sender, { family }: AddressRange): Endpoint | null {
  return family === 6 && asker.kind === "endpoint" ? asker.endpoint : null;
}

function lastStepBack(walk: Walk, leg: Leg): WayBack | null {
  if (!enterSendersSubnet(walk, leg)) return null;
  return { hops: [], checkpoints: walk.checkpoints, notes: walk.notes };
}

/** Whichever way a reply takes, it must get into the sender's subnet with the address that was asked. */
function enterSendersSubnet(walk: Walk, { sender, walk: forward }: Leg): boolean {
  if (!sender || sender.subnetId === "" || !forward.hasLeftSubnet) return false;
  crossAcl(walk, sender.subnetId, false);
  return true;
}

function sendBack(walk: Walk, { end, sender, walk: forward }: Leg): WalkEnd | null {
  switch (end.kind) {
    case "endpoint": {
      const { endpoint } = end;
      walk.hops.push(...endpointHops(endpoint, "start"));
      // "Return to sender": a NAT gateway's peer needs no route back. Source: VPC User Guide, "NAT gateway basics".
      const isPeer = forward.crossings.some(({ kind }) => kind === "peering");
      if (sender?.role === "nat-gateway" && isPeer) return returnToNatGateway(walk, endpoint, sender);
      if (sender !== null && keepsClientAddress(sender, forward))
        return returnToLoadBalancer(walk, endpoint.subnetId, sender);
      return walkFrom(walk, { vpcId: endpoint.vpcId, subnetId: endpoint.subnetId, entry: "interface" });
    }
    case "nat-gateway":
      addHop(walk, "nat-gateway", end.gateway.NatGatewayId);
      return sender !== null && keepsClientAddress(sender, forward)
        ? returnToLoadBalancer(walk, end.gateway.SubnetId ?? null, sender)
        : walkFrom(walk, natPlace(end));
    case "internet":
      addHop(walk, "internet", "internet");
      addHop(walk, end.egressOnly ? "egress-only-internet-gateway" : "internet-gateway", end.gatewayId);
      if (sender?.role === "nat-gateway" && sender.subnetId === "")
        return { kind: "endpoint", endpoint: sender };
      return end.egressOnly ? deliverInVpc(walk, end.vpcId) : enterByGateway(walk, end.vpcId, end.gatewayId);
    case "service":
      addHop(walk, "vpc-endpoint", end.endpointId);
      return deliverInVpc(walk, end.vpcId);
    case "resolver":
    case "appliance":
    case "beyond":
    case "dead":
      return null;
  }
}

function returnToNatGateway(walk: Walk, endpoint: Endpoint, gateway: Endpoint): WalkEnd {
  addHop(walk, "subnet", endpoint.subnetId);
  crossAcl(walk, endpoint.subnetId, true);
  return deliverInVpc(walk, gateway.vpcId);
}

function keepsClientAddress({ role, addresses }: Endpoint, { packet }: Walk): boolean {
  return role === "load-balancer" && !addresses.some(({ range }) => range.first === packet.source.first);
}

/**
 * Replies to a client whose address was kept come back to the load balancer, whatever the target's routes say: targets
 * in private subnets answer the internet so. Source: User Guide for Network Load Balancers, "Client IP preservation".
 */
function returnToLoadBalancer(walk: Walk, subnetId: string | null, loadBalancer: Endpoint): WalkEnd {
  // A regional NAT gateway is in none.
  if (subnetId !== null) addHop(walk, "subnet", subnetId);
  if (subnetId !== loadBalancer.subnetId) {
    if (subnetId !== null) crossAcl(walk, subnetId, true);
    crossAcl(walk, loadBalancer.subnetId, false);
  }
  return { kind: "endpoint", endpoint: loadBalancer };
}

/** A reply counts only where it comes back to who asked, and from outside only by a gateway to the outside. */
function checkArrival(walk: Walk, end: WalkEnd, leg: Leg, asker: Sender): void {
  if (end.kind === "dead" || end.kind === "beyond" || end.kind === "appliance") return;
  const isBack =
    leg.sender === null
      ? (end.kind === "internet" && !end.egressOnly && asker.kind !== "on-premises") ||
        (end.kind === "endpoint" && end.endpoint.id === askerBehindGateway(asker, leg.walk.packet.source)?.id)
      : end.kind === "endpoint" && isSame(end.endpoint, leg.sender);
  if (!isBack) blockReply(walk);
}

/** Before all else that it meets on that way: the way itself is wrong. */
function blockReply(walk: Walk): void {
  const met = walk.checkpoints.splice(0);
  block(walk, { code: "REPLY_GOES_ELSEWHERE", ...whyElsewhere(walk) });
  walk.checkpoints.push(...met);
}

function whyElsewhere({ hops, packet }: Walk): Pick<Explanation, "resourceId" | "evidence" | "message"> {
  const reply = `the reply to ${formatRange(packet.destination)}`;
  const route = hops.findLast(({ kind }) => kind === "route-table");
  if (route?.detail === undefined) {
    return { message: `Somebody else gets ${reply}: two networks use the same addresses.` };
  }
  const { resourceId, detail: fact } = route;
  return {
    resourceId,
    evidence: [{ resourceId, fact }],
    message: `${resourceId} sends ${reply} by ${fact}, which does not lead back to the sender.`,
  };
}

/** A NAT gateway stands for its interface, whose id is another. */
function isSame(endpoint: Endpoint, sender: Endpoint): boolean {
  if (endpoint.id === sender.id) return true;
  return (
    endpoint.role === sender.role && endpoint.role === "nat-gateway" && endpoint.subnetId === sender.subnetId
  );
}

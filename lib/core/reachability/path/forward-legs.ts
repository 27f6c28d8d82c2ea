import type { Endpoint } from "../index/endpoint";
import { formatRange, isOneAddress, type AddressRange } from "../sets/address-range";
import { PRIVATE_RANGES } from "../sets/special-ranges";
import { holdsFor } from "../walk/cuts";
import { deliverInVpc } from "../walk/deliver";
import { walkFrom } from "../walk/leave-subnet";
import { checkRunning } from "../walk/targets/appliance";
import {
  addHop,
  block,
  newWalk,
  unknown,
  type Packet,
  type Start,
  type Walk,
  type WalkEnd,
} from "../walk/walk";
import { enterFromInternet } from "./enter-vpc";
import { endpointHops } from "./endpoint-hops";
import { idleAddresses, leadsNowhere, publicAddressesIn, publicReceiver } from "./public-receiver";
import { natEndpoint } from "./nat-endpoint";
import type { Leg, Legs, PathQuestion } from "./path";

const MOST_LEGS = 8;

/** The way there, leg by leg. */
export function forwardLegs(question: PathQuestion): Legs {
  const first = firstLeg(question);
  const all = [first];
  let last = first;
  while (all.length < MOST_LEGS) {
    const next = nextLeg(question, all, last);
    if (next === null) break;
    all.push(next);
    last = next;
  }
  return { first, last, all };
}

function startWalk(
  question: PathQuestion,
  packet: Packet,
  sender: Endpoint | null,
  receiver: Endpoint | null,
): Walk {
  const { index, cuts } = question;
  return newWalk({ index, cuts, direction: "forward", packet, sender, receiver });
}

function firstLeg(question: PathQuestion): Leg {
  const { sender, packet, receiver } = question;
  switch (sender.kind) {
    case "endpoint": {
      const { endpoint } = sender;
      const walk = startWalk(question, packet, endpoint, receiver);
      walk.hops.push(...endpointHops(endpoint, "start"));
      checkRunning(walk, endpoint);
      const end = walkFrom(walk, { vpcId: endpoint.vpcId, subnetId: endpoint.subnetId, entry: "interface" });
      return { walk, end, sender: endpoint };
    }
    case "internet": {
      const walk = startWalk(question, packet, null, receiver);
      const end: WalkEnd = receiver ? enterFromInternet(walk, receiver) : { kind: "beyond" };
      return { walk, end, sender: null };
    }
    case "on-premises": {
      const walk = startWalk(question, packet, null, receiver);
      addHop(walk, "on-premises", "on-premises");
      unknown(walk, {
        code: "NOT_EVALUATED_ON_PREMISES",
        message: "How the sender's network is joined to this one, and what it lets out, is not known.",
      });
      const end: WalkEnd = receiver ? deliverInVpc(walk, receiver.vpcId) : { kind: "beyond" };
      return { walk, end, sender: null };
    }
  }
}

function nextLeg(question: PathQuestion, legs: readonly Leg[], last: Leg): Leg | null {
  const { end, walk } = last;
  switch (end.kind) {
    case "nat-gateway":
      return legFromNatGateway(question, legs, end, walk);
    case "appliance":
      return legFromAppliance(question, legs, end.endpoint, walk.packet);
    case "internet":
      return legToPublicAddress(question, last);
    case "endpoint":
    case "resolver":
    case "service":
    case "beyond":
    case "dead":
      return null;
  }
}

type NatEnd = Extract<WalkEnd, { kind: "nat-gateway" }>;

/** A regional one, which is in no subnet, has a table of its own. */
export function natPlace({ gateway, vpcId }: NatEnd): Start {
  const entry = "nat-gateway" as const;
  const { NatGatewayId, SubnetId: subnetId, RouteTableId: routeTableId = NatGatewayId } = gateway;
  return subnetId === undefined ? { vpcId, subnetId: null, entry, routeTableId } : { vpcId, subnetId, entry };
}

function legFromNatGateway(
  question: PathQuestion,
  legs: readonly Leg[],
  end: NatEnd,
  last: Walk,
): Leg | null {
  const gateway = natEndpoint(question.index, end);
  if (legs.some(({ sender }) => sender?.id === gateway.id)) {
    blockPrivateNat(last, gateway.id);
    return null;
  }
  const { packet } = last;
  const { addresses } = gateway;
  const address = addresses[question.cuts.choose(gateway.id, addresses.length, "in-turn")];
  if (!address) {
    const message = `From which address ${gateway.id} sends, and so what becomes of it, was not read.`;
    unknown(last, { code: "NOT_EVALUATED_UNREAD", resourceId: gateway.id, message });
    return null;
  }
  const walk = startWalk(question, { ...packet, source: address.range }, gateway, question.receiver);
  addHop(walk, "nat-gateway", gateway.id);
  const legEnd = walkFrom(walk, natPlace(end));
  if (legEnd.kind === "dead" && isPublic(question, packet)) blockPrivateNat(walk, gateway.id);
  return { walk, end: legEnd, sender: gateway };
}

function isPublic({ cuts }: PathQuestion, { destination }: Packet): boolean {
  return !PRIVATE_RANGES.some((range) => holdsFor(range, destination, cuts));
}

function blockPrivateNat(walk: Walk, natGatewayId: string): void {
  block(walk, {
    code: "NAT_IN_PRIVATE_SUBNET",
    resourceId: natGatewayId,
    message: `${natGatewayId} is in a subnet without a route to an internet gateway: it leads nowhere.`,
  });
}

/** As a NAT instance does it: with an address of its own. */
function legFromAppliance(
  question: PathQuestion,
  legs: readonly Leg[],
  appliance: Endpoint,
  packet: Packet,
): Leg | null {
  if (legs.some(({ sender }) => sender?.id === appliance.id)) return null;
  const address = appliance.addresses.find(({ range }) => range.family === packet.source.family);
  if (!address) return null;
  const walk = startWalk(question, { ...packet, source: address.range }, appliance, question.receiver);
  const end = walkFrom(walk, { vpcId: appliance.vpcId, subnetId: appliance.subnetId, entry: "interface" });
  return { walk, end, sender: appliance };
}

/** To a public address that a known interface has: out, and in again by the other VPC's internet gateway. */
function legToPublicAddress(question: PathQuestion, { walk, sender }: Leg): Leg | null {
  const { destination, source, isInternetAtLarge } = walk.packet;
  if (isInternetAtLarge || !isPublic(question, walk.packet)) return null;
  if (!isOneAddress(destination)) {
    for (const one of publicAddressesIn(question.index, destination)) question.cuts.add(destination, one);
    return null;
  }
  const receiver = publicReceiver(question.index, destination.first);
  const own = receiver?.addresses.find(({ publicRange }) => publicRange?.first === destination.first);
  if (!receiver && idleAddresses(question.index).has(destination.first))
    block(walk, leadsNowhere(formatRange(destination)));
  if (!receiver || !own) return null;
  const seen = seenAs(sender, source);
  if (seen === null) return null;
  const packet = { ...walk.packet, source: seen, destination: own.range };
  const inbound = startWalk(question, packet, null, receiver);
  const end = enterFromInternet(inbound, receiver);
  return { walk: inbound, end, sender: null };
}

/** Which address it has outside; null where that is none, or not known: so the gateway has said already. */
function seenAs(sender: Endpoint | null, source: AddressRange): AddressRange | null {
  if (source.family === 6) return source;
  return sender?.addresses.find(({ range }) => range.first === source.first)?.publicRange ?? null;
}

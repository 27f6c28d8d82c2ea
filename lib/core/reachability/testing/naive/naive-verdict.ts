import type { Network } from "@/lib/core/network/network";
import type { Verdict } from "../../trace";
import { isPrivate } from "./places/addresses";
import { explore } from "./explore";
import { follow } from "./follow";
import { hasAddress, isDown, isLambda } from "./places/interfaces";
import { arrive, refuseAnyway } from "./arrive";
import { isNeverForwarded } from "./gateways/appliances";
import { goBack } from "./go-back";
import { interestingPorts } from "./gateways/nat-gateways";
import { packetOf, senderOf, type NaiveQuestion } from "./question";
import { passEgress } from "./filters/security-groups";
import { isOfVpc, isResolver } from "./places/vpcs";
import {
  Blocked,
  Lost,
  type Errand,
  type NaiveAnswer,
  type Packet,
  type Position,
  type Sender,
  type Walk,
} from "./walk";

export function naiveVerdict(network: Network, question: NaiveQuestion): Verdict {
  return naiveAnswer(network, question).verdict;
}

/** Follows one packet and its reply, hop by hop, once for each way that AWS may choose. */
export function naiveAnswer(network: Network, question: NaiveQuestion): NaiveAnswer {
  return explore((choose) => {
    const sender = senderOf(network, question);
    const walk = walkOf(network, sender, packetOf(network, question, sender), choose);
    send(walk, question);
    if (sender && isResolver(network, sender.vpcId, walk.packet)) return resolve(walk, sender.vpcId);
    return roundTrip(walk, question.destination);
  });
}

function walkOf(network: Network, sender: Sender | null, packet: Packet, choose: Walk["choose"]): Walk {
  return {
    network,
    sender,
    asked: { ...packet },
    packet,
    direction: "forward",
    doubts: [],
    translations: [],
    crossings: [],
    hops: 0,
    hasLeft: false,
    choose,
    depth: 0,
    run: (errand) => runErrand(network, errand),
  };
}

function runErrand(network: Network, { sender, packet, destination, depth }: Errand): NaiveAnswer {
  const ports = interestingPorts(network);
  return explore((choose) => {
    const sourcePort = ports[choose("sometimes", ports.length, "port of a load balancer")] ?? null;
    const walk = walkOf(network, sender, { ...packet, sourcePort }, choose);
    return roundTrip({ ...walk, depth }, destination);
  });
}

function roundTrip(walk: Walk, destination: NaiveQuestion["destination"]): string[] {
  const { sender } = walk;
  if (sender && !sender.isUnfiltered) passEgress(walk, sender.groupIds, sender.vpcId);
  try {
    const end = follow(walk, start(walk, destination));
    if (end.at === "interface") arrive(walk, end.networkInterfaceId, destination);
    else if ("networkInterfaceId" in destination) throw new Blocked("NO_POSSIBLE_DESTINATION other");
    else if (sender === null && end.at === "outside") throw new Lost("UNKNOWN_DESTINATION");
    goBack(walk, end);
  } catch (error) {
    if (!(error instanceof Lost) || walk.direction === "reply") throw error;
    refuseAnyway(walk, destination);
    goBack(walk, null);
    throw error;
  }
  return walk.doubts;
}

/** What the sender itself can't send. */
function send({ network, sender, packet }: Walk, { source }: NaiveQuestion): void {
  if (!sender) return;
  const found =
    sender.networkInterfaceId === null
      ? undefined
      : network.networkInterfaces.get(sender.networkInterfaceId)?.resource;
  const isFunction = "subnetId" in source || (found !== undefined && isLambda(found));
  if (isFunction && packet.protocol !== 6 && packet.protocol !== 17)
    throw new Blocked("PROTOCOL_RESTRICTION function");
  if (found && isDown(network, found)) throw new Blocked("BAD_STATE source");
}

/** Neither groups nor network ACLs apply to the VPC's resolver. */
function resolve({ network, packet }: Walk, vpcId: string): string[] {
  const isDns = packet.destinationPort === 53;
  if (!isDns) throw new Blocked("NO_POSSIBLE_DESTINATION resolver");
  const isOn = network.vpcAttributes.get(vpcId)?.resource.EnableDnsSupport?.Value;
  if (isOn === false) throw new Blocked("DNS_RESOLUTION_DISABLED");
  return isOn === undefined ? ["NOT_EVALUATED_UNREAD DescribeVpcAttribute"] : [];
}

function start(walk: Walk, asked: NaiveQuestion["destination"]): Position {
  const { sender, packet } = walk;
  if (sender) return { at: "subnet", subnetId: sender.subnetId };
  if ([packet.source, packet.destination].some(isNeverForwarded))
    throw new Blocked("NO_POSSIBLE_DESTINATION no host");
  const isPremises = isPrivate(packet.source) && isOfVpc(walk.network, packet.destination);
  if (!isPrivate(packet.destination) && !isPremises) return { at: "internet" };
  if (!isPrivate(packet.source)) throw new Blocked("IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS");
  return fromPremises(walk, asked);
}

/** From a private address that is in no VPC: how its network is joined to these is not known. */
function fromPremises(walk: Walk, asked: NaiveQuestion["destination"]): Position {
  const { network, packet, doubts } = walk;
  doubts.push("NOT_EVALUATED_ON_PREMISES");
  const holders = [...network.networkInterfaces.values()].flatMap(({ resource }) => {
    const isMeant = "address" in asked || asked.networkInterfaceId === resource.NetworkInterfaceId;
    return isMeant && hasAddress(resource, packet.destination) ? (resource.VpcId ?? []) : [];
  });
  const [vpcId, ...others] = new Set(holders);
  if (vpcId === undefined || others.length > 0) throw new Lost("UNKNOWN_DESTINATION");
  return { at: "vpc", vpcId, fromSubnetId: null };
}

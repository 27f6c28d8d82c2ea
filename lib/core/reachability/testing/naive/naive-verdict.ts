import type { Network } from "@/lib/core/network/network";
import type { Verdict } from "../../trace";
import { isPrivate } from "./places/addresses";
import { follow } from "./follow";
import { hasAddress, isDown, isLambda } from "./places/interfaces";
import { arrive, refuseAnyway } from "./arrive";
import { goBack } from "./go-back";
import { packetOf, senderOf, type NaiveQuestion } from "./question";
import { passEgress } from "./filters/security-groups";
import { isResolver } from "./places/vpcs";
import { Blocked, Lost, type Position, type Walk } from "./walk";

export interface NaiveAnswer {
  verdict: Verdict;
  /** Why, of each way that the packet may take: the block, what is not known, or `REACHED`. */
  reasons: string[];
}

/** A choice that the walk has to make and that was not made for it. */
class Undecided extends Error {
  override readonly name = "Undecided";

  constructor(
    readonly kind: "sometimes" | "either",
    readonly count: number,
    readonly among: string,
  ) {
    super(kind);
  }
}

export function naiveVerdict(network: Network, question: NaiveQuestion): Verdict {
  return naiveAnswer(network, question).verdict;
}

/** Follows one packet and its reply, hop by hop, once for each way that AWS may choose. */
export function naiveAnswer(network: Network, question: NaiveQuestion): NaiveAnswer {
  return explore(network, question, new Map());
}

function explore(
  network: Network,
  question: NaiveQuestion,
  choices: ReadonlyMap<string, number>,
): NaiveAnswer {
  // One flow is treated alike wherever it comes by the same place again, on its way back too.
  const choose: Walk["choose"] = (kind, count, among) => {
    const choice = choices.get(among);
    if (choice === undefined) throw new Undecided(kind, count, among);
    return choice;
  };
  try {
    return attempt(network, question, choose);
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
    const answers = Array.from({ length: error.count }, (_, index) =>
      explore(network, question, new Map([...choices, [error.among, index]])),
    );
    const verdict = combine(
      error.kind,
      answers.map((answer) => answer.verdict),
    );
    return { verdict, reasons: [...new Set(answers.flatMap(({ reasons }) => reasons))] };
  }
}

/** `sometimes` happens now this way, now that; of `either` one holds and it is not known which. */
function combine(kind: "sometimes" | "either", verdicts: readonly Verdict[]): Verdict {
  const [first = "unknown"] = verdicts;
  if (verdicts.every((verdict) => verdict === first)) return first;
  if (kind === "either") return "unknown";
  const isBoth = verdicts.includes("reachable") && verdicts.includes("unreachable");
  return isBoth || verdicts.includes("mixed") ? "mixed" : "unknown";
}

function attempt(network: Network, question: NaiveQuestion, choose: Walk["choose"]): NaiveAnswer {
  try {
    const doubts = roundTrip(network, question, choose);
    return {
      verdict: doubts.length > 0 ? "unknown" : "reachable",
      reasons: doubts.length > 0 ? doubts : ["REACHED"],
    };
  } catch (error) {
    if (error instanceof Blocked) return { verdict: "unreachable", reasons: [error.message] };
    if (error instanceof Lost) return { verdict: "unknown", reasons: [error.message] };
    throw error;
  }
}

function roundTrip(network: Network, question: NaiveQuestion, choose: Walk["choose"]): string[] {
  const sender = senderOf(network, question);
  const packet = packetOf(network, question, sender);
  const walk: Walk = {
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
  };
  send(walk, question);
  if (sender && isResolver(network, sender.vpcId, packet)) return resolve(walk, sender.vpcId);
  if (sender) passEgress(walk, sender.groupIds, sender.vpcId);
  try {
    const end = follow(walk, start(walk));
    if (end.at === "interface") arrive(walk, end.networkInterfaceId, question);
    else if ("networkInterfaceId" in question.destination) throw new Blocked("NO_POSSIBLE_DESTINATION other");
    else if (sender === null && end.at === "outside") throw new Lost("UNKNOWN_DESTINATION");
    goBack(walk, end);
  } catch (error) {
    if (!(error instanceof Lost) || walk.direction === "reply") throw error;
    refuseAnyway(walk, question);
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

function start(walk: Walk): Position {
  const { sender, packet } = walk;
  if (sender) return { at: "subnet", subnetId: sender.subnetId };
  if (!isPrivate(packet.destination)) return { at: "internet" };
  if (!isPrivate(packet.source)) throw new Blocked("IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS");
  return fromPremises(walk);
}

/** From a private address that is in no VPC: how its network is joined to these is not known. */
function fromPremises({ network, packet, doubts }: Walk): Position {
  doubts.push("NOT_EVALUATED_ON_PREMISES");
  for (const { resource } of network.networkInterfaces.values()) {
    const { VpcId: vpcId } = resource;
    if (vpcId !== undefined && hasAddress(resource, packet.destination))
      return { at: "vpc", vpcId, fromSubnetId: null };
  }
  throw new Lost("UNKNOWN_DESTINATION");
}

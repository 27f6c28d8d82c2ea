import { securityGroupCheckpoint, type SecurityGroupPeer } from "../filters/security-group-checkpoint";
import { LazyCheckpoint, type Checkpoint } from "../filters/checkpoint";
import { block, type Crossing, type PassedHop, type WalkEnd } from "../walk/walk";
import { arrive } from "./arrive";
import { isUnfiltered } from "../index/load-balancers";
import { once } from "../index/once";
import { endpointHops } from "./endpoint-hops";
import { forwardLegs } from "./forward-legs";
import { groupIdentity } from "./group-identity";
import { mayBeMember } from "./may-be-member";
import type { Arrival, Leg, Path, PathQuestion, ReturnLeg } from "./path";
import { wayBack, type WayBack } from "./return-legs";

/**
 * Follows packets there, and their replies back once that is asked for, and collects everything that may stop them.
 */
export function tracePath(question: PathQuestion): Path {
  const legs = forwardLegs(question);
  const first = legs[0];
  const last = legs.at(-1);
  if (!first || !last) throw new Error("A path has a leg.");
  // What arrives adds to the checkpoints of its leg, so it goes first.
  const arrival = finish(question, legs);
  const checkpoints = [
    ...certainLegs(legs).flatMap(({ walk }) => walk.checkpoints),
    ...senderGroups(question, first, last, legs),
  ];
  return new TracedPath(checkpoints, last.end, arrival, legs, () => waysBack(question, legs));
}

/** A class for the reason that `LazyCheckpoint` is one. */
class TracedPath implements Path {
  readonly #ways: () => { leg: Leg; way: WayBack }[];

  constructor(
    readonly checkpoints: readonly Checkpoint[],
    readonly end: WalkEnd,
    readonly arrival: Arrival | null,
    private readonly legs: readonly Leg[],
    ways: () => { leg: Leg; way: WayBack }[],
  ) {
    this.#ways = once(ways);
  }

  get endsBeforeAnotherVpc() {
    return endsBeforeAnotherVpc(certainLegs(this.legs));
  }

  get forward() {
    return [...this.legs.map(({ walk }) => walk.hops), arrivalHops(this.end, this.arrival)];
  }

  get returnLegs() {
    return this.#ways().map(({ leg, way }): ReturnLeg => ({
      hops: way.hops,
      checkpoints: way.checkpoints,
      ports: leg.sender?.role === "nat-gateway" ? "of-a-nat-gateway" : "of-the-sender",
    }));
  }

  get notes() {
    return [...this.legs.flatMap(({ walk }) => walk.notes), ...this.#ways().flatMap(({ way }) => way.notes)];
  }
}

function arrivalHops(end: WalkEnd, arrival: Arrival | null): PassedHop[] {
  if (end.kind !== "endpoint") return [];
  const [own, ...around] = endpointHops(end.endpoint, "end");
  const filters = arrival?.groups ? [arrival.groups] : [];
  return own ? [{ ...own, filters }, ...around] : [];
}

function endsBeforeAnotherVpc(legs: readonly Leg[]): boolean {
  const end = legs.at(-1)?.end.kind;
  return (end === "dead" || end === "internet") && legs.every(({ walk }) => walk.crossings.length === 0);
}

function waysBack(question: PathQuestion, legs: readonly Leg[]): { leg: Leg; way: WayBack }[] {
  const ways: { leg: Leg; way: WayBack }[] = [];
  for (const leg of [...certainLegs(legs)].reverse()) {
    const way = wayBack(question, leg);
    if (way) ways.push({ leg, way });
  }
  return ways;
}

/** What lies between the first sender and the last receiver. */
function crossingsOf(legs: readonly Leg[]): Crossing[] {
  return legs.flatMap(({ walk, sender }, index) => [
    ...(index > 0 ? [{ kind: "rewritten" as const, by: sender?.id ?? "an internet gateway" }] : []),
    ...walk.crossings,
  ]);
}

/**
 * The receiver's own refusals and its security groups. They count too where the way to it is not known, or ends before:
 * behind an appliance those of the receiver that the question names.
 */
function finish(question: PathQuestion, legs: readonly Leg[]): Arrival | null {
  const last = certainLegs(legs).at(-1);
  if (!last) return null;
  const { walk, end } = last;
  const isMaybeOther = question.isFoundByAddress && end.kind !== "dead";
  const endpoint = end.kind === "endpoint" ? end.endpoint : isMaybeOther ? null : question.receiver;
  if (!endpoint) return null;
  const isOther = question.receiver !== null && question.receiver.id !== endpoint.id;
  if (isOther) block(walk, otherReceiver(endpoint.id, question.receiver?.id ?? "the destination"));
  arrive(walk, endpoint);
  // Neither accepts connections, and a NAT gateway has no groups.
  if (endpoint.role === "nat-gateway" || endpoint.role === "function") return null;
  const isArrived = end.kind === "endpoint";
  const isAsSent = end.kind === "dead" && legs.length === 1;
  const peer: SecurityGroupPeer = {
    range: isArrived || isAsSent ? walk.packet.source : null,
    securityGroupIds: legs[0]?.sender ? legs[0].sender.securityGroupIds : [],
    identity: groupIdentity(question.index, crossingsOf(legs), "ingress"),
  };
  const arrival: Arrival = { endpoint, source: peer.range };
  if (isUnfiltered(endpoint)) return arrival;
  const { id: endpointId, securityGroupIds } = endpoint;
  const crossing = { endpointId, securityGroupIds, egress: false, peer };
  const groups = new LazyCheckpoint(() => securityGroupCheckpoint(question.index, crossing, question.cuts));
  walk.checkpoints.push(groups);
  return { ...arrival, groups };
}

function otherReceiver(resourceId: string, meant: string) {
  const message = `The address leads to ${resourceId} instead of ${meant}: the two networks are not joined, or their ranges overlap.`;
  return { code: "DISCONNECTED_VPCS" as const, resourceId, message };
}

function senderGroups(question: PathQuestion, first: Leg, last: Leg, legs: readonly Leg[]): Checkpoint[] {
  const { sender, walk } = first;
  // Neither groups nor ACLs filter Amazon's resolver.
  if (sender === null || last.end.kind === "resolver" || isUnfiltered(sender)) return [];
  const peer: SecurityGroupPeer = {
    range: walk.packet.destination,
    prefixListId: walk.packet.destinationPrefixListId,
    ...farGroups(question, last, legs, sender.vpcId),
  };
  const { id: endpointId, securityGroupIds } = sender;
  const crossing = { endpointId, securityGroupIds, egress: true, peer };
  const groups = new LazyCheckpoint(() => securityGroupCheckpoint(question.index, crossing, question.cuts));
  const own = walk.hops[endpointHops(sender, "start").length - 1];
  if (own) own.filters = [groups];
  return [groups];
}

/** Groups of the far end as the sender's rules may name them. */
function farGroups(
  question: PathQuestion,
  { end }: Leg,
  legs: readonly Leg[],
  vpcId: string,
): Pick<SecurityGroupPeer, "securityGroupIds" | "identity"> {
  const identity = groupIdentity(question.index, crossingsOf(legs), "egress");
  if (end.kind === "endpoint") return { securityGroupIds: end.endpoint.securityGroupIds, identity };
  if (question.receiver) return { securityGroupIds: question.receiver.securityGroupIds, identity };
  const isUnknown = end.kind !== "dead" && mayBeMember(question.index, vpcId, question.packet.destination);
  return { securityGroupIds: isUnknown ? null : [], identity };
}

/**
 * Behind an appliance nothing is certain, not even a block: whether it gives packets an address of its own is not known.
 * So only the legs up to it count.
 */
function certainLegs(legs: readonly Leg[]): readonly Leg[] {
  const index = legs.findIndex(({ end }) => end.kind === "appliance");
  return index === -1 ? legs : legs.slice(0, index + 1);
}

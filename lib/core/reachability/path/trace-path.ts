import type { SecurityGroupPeer } from "../filters/matching-rules";
import { securityGroupCheckpoint } from "../filters/security-group-checkpoint";
import { LazyCheckpoint, type Checkpoint } from "../filters/checkpoint";
import { block, type Crossing, type PassedHop, type WalkEnd } from "../walk/walk";
import { arrive } from "./arrive";
import { isUnfiltered } from "../index/load-balancers";
import { once } from "../index/once";
import { endpointHops } from "./endpoint-hops";
import { forwardLegs } from "./forward-legs";
import { receiverIdentity, senderIdentity } from "./group-identity";
import type { Arrival, Leg, Legs, Path, PathQuestion, ReturnLeg } from "./path";
import { wayBack, type WayBack } from "./return-legs";
import { vpcsOfMembers } from "./vpcs-of-members";

/**
 * Follows packets there, and their replies back once that is asked for, and collects everything that may stop them.
 */
export function tracePath(question: PathQuestion): Path {
  const legs = forwardLegs(question);
  // What arrives adds to the checkpoints of its leg, so it goes first.
  const arrival = finish(question, legs);
  const checkpoints = [
    ...certainLegs(legs).flatMap(({ walk }) => walk.checkpoints),
    ...senderGroups(question, legs),
  ];
  return new TracedPath(checkpoints, legs.last.end, arrival, legs, () => waysBack(question, legs));
}

/** A class for the reason that `LazyCheckpoint` is one. */
class TracedPath implements Path {
  readonly #ways: () => { leg: Leg; way: WayBack }[];

  constructor(
    readonly checkpoints: readonly Checkpoint[],
    readonly end: WalkEnd,
    readonly arrival: Arrival | null,
    private readonly legs: Legs,
    ways: () => { leg: Leg; way: WayBack }[],
  ) {
    this.#ways = once(ways);
  }

  get endsBeforeAnotherVpc() {
    return endsBeforeAnotherVpc(this.legs);
  }

  get forward() {
    return [...this.legs.all.map(({ walk }) => walk.hops), arrivalHops(this.end, this.arrival)];
  }

  get returnLegs() {
    const { all } = this.legs;
    const first = all.findIndex(({ sender }) => sender?.role === "nat-gateway");
    return this.#ways().map(({ leg, way }): ReturnLeg => ({
      hops: way.hops,
      checkpoints: way.checkpoints,
      // It keeps the port that a NAT gateway gave it, whoever has it from there.
      ports: first !== -1 && all.indexOf(leg) >= first ? "of-a-nat-gateway" : "of-the-sender",
    }));
  }

  get notes() {
    return [
      ...this.legs.all.flatMap(({ walk }) => walk.notes),
      ...this.#ways().flatMap(({ way }) => way.notes),
    ];
  }
}

function arrivalHops(end: WalkEnd, arrival: Arrival | null): PassedHop[] {
  if (end.kind !== "endpoint") return [];
  const [own, ...around] = endpointHops(end.endpoint, "end");
  const filters = arrival?.groups ? [arrival.groups] : [];
  return own ? [{ ...own, filters }, ...around] : [];
}

function endsBeforeAnotherVpc(legs: Legs): boolean {
  const { kind } = lastCertainLeg(legs).end;
  const isEnd = kind === "dead" || kind === "internet";
  return isEnd && certainLegs(legs).every(({ walk }) => walk.crossings.length === 0);
}

function waysBack(question: PathQuestion, legs: Legs): { leg: Leg; way: WayBack }[] {
  const ways: { leg: Leg; way: WayBack }[] = [];
  for (const leg of [...certainLegs(legs)].reverse()) {
    const way = wayBack(question, leg);
    if (way) ways.push({ leg, way });
  }
  return ways;
}

/** What lies between the first sender and the last receiver. */
function crossingsOf({ all }: Legs): Crossing[] {
  return all.flatMap(({ walk, sender }, index) => [
    ...(index > 0 ? [{ kind: "rewritten" as const, by: sender?.id ?? "an internet gateway" }] : []),
    ...walk.crossings,
  ]);
}

/**
 * The receiver's own refusals and its security groups. They count too where the way to it is not known, or ends before:
 * behind an appliance those of the receiver that the question names.
 */
function finish(question: PathQuestion, legs: Legs): Arrival | null {
  const { walk, end } = lastCertainLeg(legs);
  const { receiver: meant } = question;
  const isMaybeOther = question.isFoundByAddress && end.kind !== "dead";
  const endpoint = end.kind === "endpoint" ? end.endpoint : isMaybeOther ? null : meant;
  if (!endpoint) return null;
  if (meant !== null && meant.id !== endpoint.id) block(walk, otherReceiver(endpoint.id, meant.id));
  arrive(walk, endpoint);
  // Neither accepts connections, and a NAT gateway has no groups.
  if (endpoint.role === "nat-gateway" || endpoint.role === "function") return null;
  const isArrived = end.kind === "endpoint";
  const isAsSent = end.kind === "dead" && legs.all.length === 1;
  const peer: SecurityGroupPeer = {
    range: isArrived || isAsSent ? walk.packet.source : null,
    securityGroupIds: legs.first.sender ? legs.first.sender.securityGroupIds : [],
    identity: senderIdentity(question.index, crossingsOf(legs)),
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

function senderGroups(question: PathQuestion, legs: Legs): Checkpoint[] {
  const { sender, walk } = legs.first;
  // Neither groups nor ACLs filter Amazon's resolver.
  if (sender === null || legs.last.end.kind === "resolver" || isUnfiltered(sender)) return [];
  const { id: endpointId, securityGroupIds, vpcId } = sender;
  const groups = new LazyCheckpoint(() => {
    const peer: SecurityGroupPeer = {
      range: walk.packet.destination,
      prefixListId: walk.packet.destinationPrefixListId,
      ...farGroups(question, legs, vpcId),
    };
    const crossing = { endpointId, securityGroupIds, egress: true, peer };
    return securityGroupCheckpoint(question.index, crossing, question.cuts);
  });
  // Of the hops that stand for the sender the last is its interface.
  const own = walk.hops.slice(0, endpointHops(sender, "start").length).slice(-1);
  for (const hop of own) hop.filters = [groups];
  return [groups];
}

/** Groups of the far end as the sender's rules may name them. */
function farGroups(
  question: PathQuestion,
  legs: Legs,
  vpcId: string,
): Pick<SecurityGroupPeer, "securityGroupIds" | "identity" | "vpcIds"> {
  const { end } = legs.last;
  const { index, packet, cuts } = question;
  const { destination, isInternetAtLarge } = packet;
  const far = end.kind === "endpoint" ? end.endpoint : question.receiver;
  if (far) {
    const { securityGroupIds } = far;
    return { securityGroupIds, identity: receiverIdentity(index, vpcId, far, destination) };
  }
  const identity = { status: "kept" as const };
  // The ranges of VPCs are far smaller than what the internet at large is divided by.
  if (end.kind === "dead" || isInternetAtLarge) return { securityGroupIds: [], identity };
  const vpcIds = vpcsOfMembers(index, vpcId, destination, cuts);
  return { securityGroupIds: vpcIds?.length === 0 ? [] : null, vpcIds, identity };
}

/**
 * Behind an appliance nothing is certain, not even a block: whether it gives packets an address of its own is not known.
 * So only the legs up to it count.
 */
function certainLegs({ all }: Legs): readonly Leg[] {
  const index = all.findIndex(isIntoAppliance);
  return index === -1 ? all : all.slice(0, index + 1);
}

function lastCertainLeg({ all, last }: Legs): Leg {
  return all.find(isIntoAppliance) ?? last;
}

function isIntoAppliance({ end }: Leg): boolean {
  return end.kind === "appliance";
}

import type { Network } from "@/lib/core/network/network";
import { together } from "../explore";
import { interfacesOfBalancer } from "../load-balancers/balancers";
import { addressesOf, instanceInterface, type NetworkInterface } from "../places/interfaces";
import { senderOf, type NaiveQuestion } from "../question";
import type { NaiveAnswer, Sender } from "../walk";
import { cachePlaces, databasePlaces, type DatabasePlaces } from "./data-stores";
import type { NamedDestination } from "./named-question";
import { atPublicAddresses, nameGives } from "./public-names";
import { resolveName } from "./resolve-name";
import { serviceMeaning } from "./services";

export interface Meaning {
  /** With what the name stands for and nobody read, at an address that it might have. */
  network: Network;
  destinations: NaiveQuestion["destination"][];
  /** Where it may be besides, though nobody knows. */
  perhaps?: NaiveQuestion["destination"][];
  /** Used in turn; one of them, which is not known; or all of them. */
  mode: "sometimes" | "either" | "every";
  /** Whether the name is resolved. */
  answer: NaiveAnswer;
}

export const RESOLVED: NaiveAnswer = { verdict: "reachable", reasons: [] };

/** Addresses that no rule and no route of these networks names: one, and one of a range as wide as 8.0.0.0/7. */
export const ANYWHERE = ["77.88.55.66", "8.77.88.99"].map((address) => ({ address, list: "none" }));

/** What a name stands for from where the packet starts. */
export function meaningsOf(network: Network, packet: NaiveQuestion, destination: NamedDestination): Meaning {
  const all: Meaning = { network, destinations: [], mode: "every", answer: RESOLVED };
  if ("internet" in destination) return { ...all, destinations: ANYWHERE };
  if ("instanceId" in destination) {
    const found = instanceInterface(network, destination.instanceId);
    return { ...all, destinations: found ? at([found]) : [] };
  }
  const sender = senderOf(network, packet);
  const resolved = sender === null ? RESOLVED : resolveName(network, packet, sender.vpcId);
  if ("service" in destination) {
    if (sender === null) return { ...all, destinations: ANYWHERE };
    return serviceMeaning(network, sender.vpcId, destination.service, resolved);
  }
  if ("loadBalancerArn" in destination) {
    const found = at(interfacesOfBalancer(network, destination.loadBalancerArn));
    const { Scheme } = network.loadBalancers.get(destination.loadBalancerArn)?.resource ?? {};
    const isPublic = Scheme === "internet-facing" && sender !== null;
    const seen = isPublic ? atPublicAddresses(network, found) : found;
    if (seen.length > 0 || !isPublic)
      return { network, destinations: seen, mode: "sometimes", answer: resolved };
    return { network, destinations: found, mode: "sometimes", answer: unlessShut(resolved) };
  }
  const places =
    "cacheClusterId" in destination
      ? cachePlaces(network, destination.cacheClusterId)
      : withPublicNames(network, sender, databasePlaces(network, destination.dbInstanceIdentifier));
  const answer = together("every", [resolved, places.answers ?? RESOLVED]);
  if (places.isNowhereKnown === true) return { ...places, mode: "either", answer: unlessShut(answer) };
  if (sender !== null || !places.isUnread) return { ...places, mode: "either", answer };
  const unread: NaiveAnswer = { verdict: "unknown", reasons: ["NOT_EVALUATED_UNREAD public address"] };
  return { ...places, mode: "either", answer: together("every", [answer, unread]) };
}

/** A public database is elsewhere for those to whom its name gives its public address. */
function withPublicNames(network: Network, sender: Sender | null, places: DatabasePlaces): DatabasePlaces {
  const [first] = places.destinations;
  if (sender === null || !places.isPublic || first === undefined) return places;
  const owner = "networkInterfaceId" in first ? vpcOfInterface(places.network, first.networkInterfaceId) : "";
  const gives = nameGives(network, sender.vpcId, owner);
  if (gives === "private") return places;
  const seen = atPublicAddresses(network, places.destinations);
  if (seen.length === 0) return { ...places, isNowhereKnown: true };
  return { ...places, destinations: gives === "either" ? [...places.destinations, ...seen] : seen };
}

/** A public address that is not known: only what is shut for certain is. */
function unlessShut(answer: NaiveAnswer): NaiveAnswer {
  const reasons = ["NOT_EVALUATED_DNS public address"];
  return answer.verdict === "unreachable" ? answer : { verdict: "unknown", reasons };
}

function vpcOfInterface(network: Network, networkInterfaceId: string): string {
  return network.networkInterfaces.get(networkInterfaceId)?.resource.VpcId ?? "";
}

/** Names of what is in a VPC stand for IPv4 addresses. */
export function at(found: readonly NetworkInterface[]): NaiveQuestion["destination"][] {
  return found.flatMap((one) =>
    one.NetworkInterfaceId !== undefined && addressesOf(one).some((address) => !address.includes(":"))
      ? [{ networkInterfaceId: one.NetworkInterfaceId }]
      : [],
  );
}

import type { FunctionSource, NamedDestination, NamedQuestion } from "../../naive/names/named-question";
import type { NaiveQuestion } from "../../naive/question";
import type { VpcDraft, World } from "../draft";

/** The same question by names: of functions and instances, services, load balancers and data stores. */
export function byName(world: World, packet: NaiveQuestion): NamedQuestion {
  const source = sourceByName(world, packet.source);
  const isIpv6 = "address" in packet.destination && packet.destination.address.includes(":");
  const destination = isIpv6 ? packet.destination : (destinationByName(world) ?? packet.destination);
  // A name is resolved for what has ports.
  const isNamed = !("address" in destination || "networkInterfaceId" in destination);
  const protocol = isNamed && packet.protocol !== 17 ? 6 : packet.protocol;
  return { ...packet, source, destination, protocol };
}

function sourceByName(world: World, source: NaiveQuestion["source"]): NamedQuestion["source"] {
  if ("subnetId" in source) return inSubnets(world, source) ?? source;
  const instance =
    "networkInterfaceId" in source ? /^eni-(.*-1[01])$/.exec(source.networkInterfaceId) : undefined;
  return instance?.[1] !== undefined && world.random.chance(0.5)
    ? { instanceId: `i-${instance[1]}` }
    : source;
}

type InSubnet = Extract<NaiveQuestion["source"], { subnetId: string }>;

/** In every subnet of its VPC where Lambda has made no interface yet. */
function inSubnets(world: World, { subnetId, address, ...rest }: InSubnet): FunctionSource | null {
  const vpc = world.vpcs.find(({ subnets }) => subnets.some(({ id }) => id === subnetId));
  if (!vpc || address.includes(":")) return null;
  const isFree = (id: string) => !hasFunction(vpc, id);
  const places = vpc.subnets
    .filter(({ id }) => isFree(id))
    .map(({ id, prefix }) => ({ subnetId: id, address: `${prefix}150` }));
  return places.length > 1 ? { places, ...rest } : null;
}

function hasFunction({ place }: VpcDraft, subnetId: string): boolean {
  return (place.resources.NetworkInterfaces ?? []).some(
    ({ NetworkInterfaceId }) => NetworkInterfaceId === `eni-${subnetId}-20`,
  );
}

function destinationByName({ random, vpcs }: World): NamedDestination | null {
  const vpc = random.maybe(vpcs);
  if (!vpc) return null;
  const kind = random.weighted(
    ["internet", 2],
    ["secretsmanager", 4],
    ["s3", 2],
    ["load-balancer", 8],
    ["database", 3],
    ["cache", 3],
    ["instance", 2],
  );
  const [loadBalancerArn, dbInstanceIdentifier, cacheClusterId] = [
    random.maybe(vpc.loadBalancerArns),
    random.maybe(vpc.databaseIds),
    random.maybe(vpc.cacheIds),
  ];
  const subnet = random.maybe(vpc.subnets);
  if (kind === "internet") return { internet: true };
  if (kind === "secretsmanager" || kind === "s3") return { service: kind };
  if (kind === "load-balancer" && loadBalancerArn !== undefined) return { loadBalancerArn };
  if (kind === "database" && dbInstanceIdentifier !== undefined) return { dbInstanceIdentifier };
  if (kind === "cache" && cacheClusterId !== undefined) return { cacheClusterId };
  return kind === "instance" && subnet ? { instanceId: `i-${subnet.id}-10` } : null;
}

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
  if ("subnetId" in source) return functionByName(world, source) ?? inSubnets(world, source) ?? source;
  const instance =
    "networkInterfaceId" in source ? /^eni-(.*-1[01])$/.exec(source.networkInterfaceId) : undefined;
  return instance?.[1] !== undefined && world.random.chance(0.5)
    ? { instanceId: `i-${instance[1]}` }
    : source;
}

type InSubnet = Extract<NaiveQuestion["source"], { subnetId: string }>;

function functionByName({ random, vpcs }: World, { subnetId }: InSubnet): { functionName: string } | null {
  const functionName = random.maybe(vpcOf(vpcs, subnetId)?.functionNames ?? []);
  return functionName !== undefined && random.chance(0.6) ? { functionName } : null;
}

function vpcOf(vpcs: readonly VpcDraft[], subnetId: string): VpcDraft | undefined {
  return vpcs.find(({ subnets }) => subnets.some(({ id }) => id === subnetId));
}

/** In every subnet of its VPC where Lambda has made no interface yet. */
function inSubnets({ vpcs }: World, { subnetId, address, ...rest }: InSubnet): FunctionSource | null {
  const vpc = vpcOf(vpcs, subnetId);
  if (!vpc) return null;
  const isIpv6 = address.includes(":");
  const places = vpc.subnets
    .filter(({ id }) => !hasFunction(vpc, id))
    .map(({ id, prefix, ipv6Cidr }) => ({
      subnetId: id,
      address: isIpv6 && ipv6Cidr !== null ? ipv6Cidr.replace("::/64", "::150") : `${prefix}150`,
    }));
  return places.length > 1 ? { places, ...rest } : null;
}

function hasFunction({ place }: VpcDraft, subnetId: string): boolean {
  return (place.resources.NetworkInterfaces ?? []).some(
    ({ NetworkInterfaceId }) => NetworkInterfaceId === `eni-${subnetId}-20`,
  );
}

function destinationByName({ random, vpcs }: World): NamedDestination | { functionName: string } | null {
  const vpc = random.maybe(vpcs);
  if (!vpc) return null;
  const kind = random.weighted(
    ["internet", 2],
    ["secretsmanager", 4],
    ["s3", 2],
    ["load-balancer", 6],
    ["database", 3],
    ["cache", 3],
    ["instance", 2],
    ["function", 1],
  );
  const [loadBalancerArn, dbInstanceIdentifier, cacheClusterId, functionName] = [
    random.maybe(vpc.loadBalancerArns),
    random.maybe(vpc.databaseIds),
    random.maybe(vpc.cacheIds),
    random.maybe(vpc.functionNames),
  ];
  const subnet = random.maybe(vpc.subnets);
  if (kind === "internet") return { internet: true };
  if (kind === "secretsmanager" || kind === "s3") return { service: kind };
  if (kind === "load-balancer" && loadBalancerArn !== undefined) return { loadBalancerArn };
  if (kind === "database" && dbInstanceIdentifier !== undefined) return { dbInstanceIdentifier };
  if (kind === "cache" && cacheClusterId !== undefined) return { cacheClusterId };
  if (kind === "function" && functionName !== undefined) return { functionName };
  return kind === "instance" && subnet ? { instanceId: `i-${subnet.id}-10` } : null;
}

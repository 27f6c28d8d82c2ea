import type { Located } from "../../network/network";
import { FlowError } from "../flow";
import type { Endpoint } from "../index/endpoint";
import type { NetworkIndex } from "../index/network-index";
import { keptPerIndex } from "../index/kept";
import { targetsIn } from "./endpoint-targets";
import { resolveNames } from "./name-resolution";
import { byPublicName } from "./public-name";
import { destinationOf, targetsOf, type Destination, type Target } from "./target";

/** A database or cache as the network sees it: groups, the subnets that it may be in, and a sign of its interfaces. */
interface DataStore {
  id: string;
  securityGroupIds: readonly string[] | null;
  /** Those of its subnet group, in its zones where these are known. */
  subnetIds: readonly string[];
  isInterface: (endpoint: Endpoint) => boolean;
}

/** A DB instance: by its interfaces where they can be told, else somewhere in its subnets. */
export function dbInstanceDestination(index: NetworkIndex, name: string, vpcId: string | null): Destination {
  const targets = dbInstanceTargets(index, name);
  const plain = withNames(index, vpcId, targets);
  if (vpcId === null || !hasPublicName(index, name)) return plain;
  const led = byPublicName(index, vpcId, { resourceId: name, targets, isPrivateWithin: true });
  return { ...plain, ...led, checkpoints: [...plain.checkpoints, ...led.checkpoints] };
}

/** Whether its name leads elsewhere from outside its VPC. */
export const hasPublicName = keptPerIndex(
  (index, name): boolean => findDbInstance(index, name).PubliclyAccessible === true,
);

/** A cache cluster: by its interfaces where they can be told, else somewhere in its subnets. */
export function cacheClusterDestination(
  index: NetworkIndex,
  name: string,
  vpcId: string | null,
): Destination {
  return withNames(index, vpcId, cacheClusterTargets(index, name));
}

function withNames(index: NetworkIndex, vpcId: string | null, targets: readonly Target[]): Destination {
  const names = vpcId === null ? {} : resolveNames(index, vpcId);
  return destinationOf(targets, "unknown-which", names);
}

function findDbInstance(index: NetworkIndex, name: string) {
  const members = ["DBInstanceIdentifier", "DBInstanceArn"] as const;
  return find(index.network.dbInstances, name, members, "dbInstanceIdentifier").resource;
}

const dbInstanceTargets = keptPerIndex((index, name) => {
  const resource = findDbInstance(index, name);
  const zones = [resource.AvailabilityZone, resource.SecondaryAvailabilityZone];
  return storeTargets(index, {
    id: resource.DBInstanceIdentifier ?? name,
    securityGroupIds: (resource.VpcSecurityGroups ?? []).flatMap(
      ({ VpcSecurityGroupId }) => VpcSecurityGroupId ?? [],
    ),
    subnetIds: subnetsOf(resource.DBSubnetGroup?.Subnets, zones),
    isInterface: ({ description }) => description === "RDSNetworkInterface",
  });
});

const cacheClusterTargets = keptPerIndex((index, name) => {
  const members = ["CacheClusterId", "ARN"] as const;
  const { resource, captureIndex } = find(index.network.cacheClusters, name, members, "cacheClusterId");
  const group = [...index.network.cacheSubnetGroups.values()].find(
    (one) =>
      one.captureIndex === captureIndex &&
      one.resource.CacheSubnetGroupName === resource.CacheSubnetGroupName,
  )?.resource;
  const zones = [
    resource.PreferredAvailabilityZone,
    ...(resource.CacheNodes ?? []).map((node) => node.CustomerAvailabilityZone),
  ];
  const id = resource.CacheClusterId ?? name;
  return storeTargets(index, {
    id,
    securityGroupIds:
      resource.SecurityGroups?.flatMap(({ SecurityGroupId }) => SecurityGroupId ?? []) ?? null,
    subnetIds: subnetsOf(group?.Subnets, zones),
    isInterface: ({ description }) => description.startsWith("ElastiCache ") && description.includes(id),
  });
});

/** Interfaces that only their groups tell from other stores' are candidates: which is this one's is not known. */
function storeTargets(
  index: NetworkIndex,
  { id, securityGroupIds, subnetIds, isInterface }: DataStore,
): Target[] {
  const groups = securityGroupIds && [...securityGroupIds].sort();
  const known = subnetIds
    .flatMap((subnetId) => index.endpointsOfSubnet(subnetId))
    .filter((one) => isInterface(one) && (groups === null || one.securityGroupIds?.join() === groups.join()));
  if (known.length > 0) return known.flatMap((one) => targetsOf(one, 4));
  return targetsIn(index, subnetIds, { id, role: "other", securityGroupIds: groups });
}

/** Of a DB or a cache subnet group. */
interface GroupedSubnet {
  SubnetIdentifier?: string | undefined;
  SubnetAvailabilityZone?: { Name?: string | undefined } | undefined;
}

function subnetsOf(all: readonly GroupedSubnet[] = [], zones: readonly (string | undefined)[]): string[] {
  const own = all.filter(({ SubnetAvailabilityZone }) => zones.includes(SubnetAvailabilityZone?.Name));
  return (own.length > 0 ? own : all).flatMap(({ SubnetIdentifier }) => SubnetIdentifier ?? []).sort();
}

/** By identifier or ARN. An identifier is unique in its account and Region only. */
function find<T extends object>(
  all: ReadonlyMap<string, Located<T>>,
  name: string,
  members: readonly (keyof T)[],
  field: string,
): Located<T> {
  const found = [...all].filter(
    ([key, { resource }]) => key === name || members.some((member) => resource[member] === name),
  );
  const [first] = found;
  if (!first) {
    const stores = field === "cacheClusterId" ? "caches" : "databases";
    throw new FlowError("not-found", `destination.${field}`, `${name} is not among the ${stores} read.`);
  }
  if (found.length > 1) {
    throw new FlowError(
      "ambiguous",
      `destination.${field}`,
      `${name} means several.`,
      found.map(([key]) => key).sort(),
    );
  }
  return first[1];
}

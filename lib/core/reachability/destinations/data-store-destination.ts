import type { Checkpoint } from "../filters/checkpoint";
import type { Located } from "../../network/network";
import { FlowError } from "../flow";
import type { Endpoint } from "../index/endpoint";
import type { NetworkIndex } from "../index/network-index";
import { keptPerIndex } from "../index/kept";
import { statusCheckpoints } from "./data-store-status";
import { targetsIn } from "./endpoint-targets";
import { resolveNames } from "./name-resolution";
import { byPublicName } from "./public-name";
import { destinationOf, targetsOf, type Destination, type Target } from "./target";

/** A database or cache as the network sees it: groups, the subnets that it may be in, and a sign of its interfaces. */
interface DataStore {
  id: string;
  /** In a VPC it has one at least: none where they were not read. */
  securityGroupIds: readonly string[];
  /** Those of its subnet group, in its zones where these are known. */
  subnetIds: readonly string[];
  isInterface: (endpoint: Endpoint) => boolean;
}

/** A DB instance: by its interfaces where they can be told, else somewhere in its subnets. */
export function dbInstanceDestination(index: NetworkIndex, name: string, vpcId: string | null): Destination {
  const targets = dbInstanceTargets(index, name);
  const { DBInstanceIdentifier = name, DBInstanceStatus } = findDbInstance(index, name).resource;
  const status = statusCheckpoints(DBInstanceIdentifier, "DBInstanceStatus", DBInstanceStatus);
  const plain = withNames(index, vpcId, targets, status);
  if (vpcId === null || !hasPublicName(index, name)) return plain;
  const led = byPublicName(index, vpcId, { resourceId: name, targets, isPrivateWithin: true });
  return { ...plain, ...led, checkpoints: [...plain.checkpoints, ...led.checkpoints] };
}

/** Whether its name leads elsewhere from outside its VPC. */
export const hasPublicName = keptPerIndex(
  (index, name): boolean => findDbInstance(index, name).resource.PubliclyAccessible === true,
);

/** A cache cluster: by its interfaces where they can be told, else somewhere in its subnets. */
export function cacheClusterDestination(
  index: NetworkIndex,
  name: string,
  vpcId: string | null,
): Destination {
  const { CacheClusterId = name, CacheClusterStatus } = findCacheCluster(index, name).resource;
  const status = statusCheckpoints(CacheClusterId, "CacheClusterStatus", CacheClusterStatus);
  return withNames(index, vpcId, cacheClusterTargets(index, name), status);
}

function withNames(
  index: NetworkIndex,
  vpcId: string | null,
  targets: readonly Target[],
  status: readonly Checkpoint[],
): Destination {
  const names = vpcId === null ? undefined : resolveNames(index, vpcId);
  const checkpoints = [...(names?.checkpoints ?? []), ...status];
  return destinationOf(targets, "unknown-which", { ...names, checkpoints });
}

function findDbInstance(index: NetworkIndex, name: string) {
  const members = ["DBInstanceIdentifier", "DBInstanceArn"] as const;
  return find(index.network.dbInstances, name, members, "dbInstanceIdentifier");
}

function findCacheCluster(index: NetworkIndex, name: string) {
  return find(index.network.cacheClusters, name, ["CacheClusterId", "ARN"], "cacheClusterId");
}

const dbInstanceTargets = keptPerIndex((index, name) => {
  const { resource, captureIndex } = findDbInstance(index, name);
  const { DBSubnetGroupName, Subnets = [] } = resource.DBSubnetGroup ?? {};
  const group = [...index.network.dbSubnetGroups.values()].find(
    (one) => one.captureIndex === captureIndex && one.resource.DBSubnetGroupName === DBSubnetGroupName,
  )?.resource;
  const zones = [resource.AvailabilityZone, resource.SecondaryAvailabilityZone];
  return storeTargets(index, {
    id: resource.DBInstanceIdentifier ?? name,
    securityGroupIds: (resource.VpcSecurityGroups ?? []).flatMap(
      ({ VpcSecurityGroupId }) => VpcSecurityGroupId ?? [],
    ),
    subnetIds: subnetsOf(Subnets.length > 0 ? Subnets : group?.Subnets, zones),
    isInterface: ({ description }) => description === "RDSNetworkInterface",
  });
});

const cacheClusterTargets = keptPerIndex((index, name) => {
  const { resource, captureIndex } = findCacheCluster(index, name);
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
    securityGroupIds: (resource.SecurityGroups ?? []).flatMap(({ SecurityGroupId }) => SecurityGroupId ?? []),
    subnetIds: subnetsOf(group?.Subnets, zones),
    isInterface: ({ description }) => description.startsWith("ElastiCache ") && description.includes(id),
  });
});

/** Interfaces that only their groups tell from other stores' are candidates: which is this one's is not known. */
function storeTargets(
  index: NetworkIndex,
  { id, securityGroupIds, subnetIds, isInterface }: DataStore,
): Target[] {
  const groups = securityGroupIds.length === 0 ? null : [...securityGroupIds].sort();
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

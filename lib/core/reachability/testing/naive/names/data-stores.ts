import type { Network } from "@/lib/core/network/network";
import { groupIdsOf, type NetworkInterface } from "../places/interfaces";
import type { NaiveAnswer } from "../walk";
import { at, RESOLVED, type Meaning } from "./meanings";
import { withInterfaces } from "./with-interfaces";

type Places = Pick<Meaning, "network" | "destinations"> & {
  /** Its interfaces were not read: whether it has a public address is not known. */
  isUnread?: boolean;
  /** Of what AWS says that it does: whether anything answers there. */
  answers?: NaiveAnswer;
  /** Its name leads to a public address, and which is not known. */
  isNowhereKnown?: boolean;
};

export type DatabasePlaces = Places & { isPublic: boolean };

interface Store {
  subnetIds: string[];
  groupIds: string[];
  isOwn: (found: NetworkInterface) => boolean;
}

export function databasePlaces(network: Network, name: string): DatabasePlaces {
  for (const { resource } of network.dbInstances.values()) {
    if (resource.DBInstanceIdentifier !== name) continue;
    const subnets = (resource.DBSubnetGroup?.Subnets ?? []).map((one) => ({
      id: one.SubnetIdentifier ?? "",
      zone: one.SubnetAvailabilityZone?.Name,
    }));
    const isPublic = resource.PubliclyAccessible === true;
    const places = placesOf(network, {
      subnetIds: inZones(subnets, [resource.AvailabilityZone, resource.SecondaryAvailabilityZone]),
      groupIds: (resource.VpcSecurityGroups ?? []).map(({ VpcSecurityGroupId = "" }) => VpcSecurityGroupId),
      isOwn: ({ Description }) => Description === "RDSNetworkInterface",
    });
    return { ...places, isPublic, answers: answersIn(resource.DBInstanceStatus) };
  }
  return { network, destinations: [], isPublic: false };
}

export function cachePlaces(network: Network, name: string): Places {
  for (const { resource, captureIndex } of network.cacheClusters.values()) {
    if (resource.CacheClusterId !== name) continue;
    const group = [...network.cacheSubnetGroups.values()].find(
      (one) =>
        one.captureIndex === captureIndex &&
        one.resource.CacheSubnetGroupName === resource.CacheSubnetGroupName,
    );
    const subnets = (group?.resource.Subnets ?? []).map((one) => ({
      id: one.SubnetIdentifier ?? "",
      zone: one.SubnetAvailabilityZone?.Name,
    }));
    const places = placesOf(network, {
      subnetIds: inZones(subnets, [resource.PreferredAvailabilityZone]),
      groupIds: (resource.SecurityGroups ?? []).map(({ SecurityGroupId = "" }) => SecurityGroupId),
      isOwn: ({ Description }) =>
        Description?.startsWith("ElastiCache ") === true && Description.includes(name),
    });
    return { ...places, answers: answersIn(resource.CacheClusterStatus) };
  }
  return { network, destinations: [] };
}

/** Nothing runs while it is made, stopped or deleted; while it restarts it may or may not answer. */
function answersIn(status: string | undefined): NaiveAnswer {
  if (status === undefined || status === "available" || status === "modifying") return RESOLVED;
  if (status === "rebooting") return { verdict: "unknown", reasons: ["NOT_EVALUATED_TARGET_HEALTH status"] };
  return { verdict: "unreachable", reasons: [`BAD_STATE ${status}`] };
}

/** The subnets of its zones, where it says in which it is. */
function inZones(
  subnets: readonly { id: string; zone: string | undefined }[],
  zones: readonly (string | undefined)[],
): string[] {
  const own = subnets.filter(({ zone }) => zone !== undefined && zones.includes(zone));
  return (own.length > 0 ? own : subnets).map(({ id }) => id);
}

/** At interfaces that look like its own; where there are none, at one in each subnet that it may be in. */
function placesOf(network: Network, { subnetIds, groupIds, isOwn }: Store): Places {
  const wanted = [...groupIds].sort().join();
  const known = [...network.networkInterfaces.values()]
    .map(({ resource }) => resource)
    .filter(
      (one) =>
        subnetIds.includes(one.SubnetId ?? "") &&
        isOwn(one) &&
        (wanted === "" || groupIdsOf(one).sort().join() === wanted),
    );
  if (known.length > 0) return { network, destinations: at(known) };
  const possible = withInterfaces(network, subnetIds, { groupIds });
  return { network: possible.network, destinations: at(possible.found), isUnread: true };
}

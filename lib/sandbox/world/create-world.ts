import type { AvailabilityZone } from "@aws-sdk/client-ec2";
import { awsPrefixLists } from "./aws-prefix-lists";
import { createLoadBalancingWorld } from "./load-balancing-world";
import { createNetworkControls } from "./network-controls";
import { createTransitWorld } from "./transit-world";
import type { AccountWorld, RegionWorld, World } from "./world";

/** Prefixes of zone ids, which AWS derives from the region's geography: `eu-west-1` has `euw1-az1`. */
function zoneIdPrefix(region: string): string {
  const [area = "", direction = "", number = ""] = region.split("-");
  const initials = direction
    .replace("north", "n")
    .replace("south", "s")
    .replace("east", "e")
    .replace("west", "w");
  return `${area}${initials === "central" ? "c" : initials}${number}`;
}

function toZone(region: string, letter: string, index: number): AvailabilityZone {
  return {
    OptInStatus: "opt-in-not-required",
    Messages: [],
    RegionName: region,
    ZoneName: `${region}${letter}`,
    ZoneId: `${zoneIdPrefix(region)}-az${String(index + 1)}`,
    GroupName: `${region}-zg-1`,
    NetworkBorderGroup: region,
    ZoneType: "availability-zone",
    State: "available",
  };
}

/** A region with three zones and nothing in it: unlike AWS, not even a default VPC. */
export function createRegionWorld(accountId: string, region: string): RegionWorld {
  return {
    accountId,
    region,
    availabilityZones: ["a", "b", "c"].map((letter, index) => toZone(region, letter, index)),
    vpcs: [],
    vpcAttributes: {},
    subnets: [],
    routeTables: [],
    securityGroups: [],
    securityGroupRules: [],
    securityGroupVpcAssociations: [],
    networkAcls: [],
    networkInterfaces: [],
    internetGateways: [],
    egressOnlyInternetGateways: [],
    natGateways: [],
    vpcEndpoints: [],
    vpcPeeringConnections: [],
    ...awsPrefixLists(region),
    prefixListVersions: {},
    addresses: [],
    instances: [],
    reservationIds: {},
    protectedInstances: [],
    clientTokens: {},
    dhcpOptions: [],
    transit: createTransitWorld(),
    controls: createNetworkControls(accountId, region),
    functions: [],
    dbInstances: [],
    dbClusters: [],
    dbSubnetGroups: [],
    cacheClusters: [],
    cacheSubnetGroups: [],
    replicationGroups: [],
    loadBalancing: createLoadBalancingWorld(),
  };
}

/** An account with no resources and no users. */
export function createAccountWorld(accountId: string, name: string): AccountWorld {
  return { accountId, name, regions: {}, roles: [], users: [], groups: [], policies: [] };
}

/** One account, its home. */
export function createWorld(scenario: string, home: { accountId: string; name: string }): World {
  return {
    scenario,
    homeAccountId: home.accountId,
    accounts: { [home.accountId]: createAccountWorld(home.accountId, home.name) },
    accessKeys: {},
    scheduled: [],
    faults: [],
    staleRoles: {},
  };
}

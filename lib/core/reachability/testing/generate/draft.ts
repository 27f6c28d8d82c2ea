import type { Resource } from "@/lib/core/network/network";
import type { ResourceKey, Resources } from "@/lib/core/network/resources";
import type { Random } from "./random";

export interface PlaceDraft {
  accountId: string;
  region: string;
  resources: Resources;
}

export interface SubnetDraft {
  id: string;
  cidr: string;
  /** The first three octets, with a dot at the end. */
  prefix: string;
  ipv6Cidr: string | null;
  zone: "a" | "b" | "c";
  /** What its default route should lead to, where that can be had. */
  role: "public" | "private" | "isolated";
}

export interface VpcDraft {
  id: string;
  index: number;
  place: PlaceDraft;
  cidr: string;
  secondaryCidr: string | null;
  ipv6Cidr: string | null;
  subnets: SubnetDraft[];
  groupIds: string[];
  internetGatewayId: string | null;
  egressOnlyId: string | null;
  vpnGatewayId: string | null;
  natGatewayIds: string[];
  gatewayEndpointId: string | null;
  loadBalancerEndpointId: string | null;
  applianceIds: string[];
  loadBalancerArns: string[];
  functionNames: string[];
  databaseIds: string[];
  cacheIds: string[];
  /** Where routes may lead to besides: by target, the ranges behind it. */
  ways: { target: { VpcPeeringConnectionId: string } | { TransitGatewayId: string }; cidrs: string[] }[];
}

export interface World {
  random: Random;
  places: PlaceDraft[];
  vpcs: VpcDraft[];
  customerListId: string | null;
  /** Addresses worth asking about. */
  publicAddresses: string[];
}

/** The list of AWS's own addresses of S3, as far as these networks know it. */
export const S3_LIST_ID = "pl-s3";
export const S3_CIDR = "52.216.0.0/15";
/** An Elastic IP address that nothing has. */
export const IDLE_ADDRESS = "203.0.113.240";
/** Of the internet: a part of S3's, and some that no list names though a service might have it. */
export const NARROW_CIDRS = ["52.216.8.0/24", "52.94.0.0/16"] as const;
/** What a data centre announces. */
export const PREMISES_CIDR = "172.30.0.0/16";
/** What a customer's prefix list stands for. */
export const LISTED_CIDR = "198.51.100.0/24";

export function add<Key extends ResourceKey>(
  { resources }: PlaceDraft,
  key: Key,
  ...items: Resource<Key>[]
): void {
  const list: Resource<Key>[] = resources[key] ?? [];
  list.push(...items);
  Object.assign(resources, { [key]: list });
}

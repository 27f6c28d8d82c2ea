import type { Instance } from "@aws-sdk/client-ec2";
import type { Attachment } from "./vpc-config";
import type { Identified } from "./resource-id";
import type { Recorded, ResourceKey, ResourceTypes } from "./resources";
import type { CoverageEntry } from "./snapshot";

/** A resource as AWS returned it, read back from JSON. */
export type Resource<Key extends ResourceKey> = Recorded<ResourceTypes[Key]>;

/** Where a resource was read. `captureIndex` points into `Network.captures`, where its coverage is. */
export interface Place {
  accountId: string | null;
  region: string | null;
  captureIndex: number;
}

export interface Located<T> extends Place {
  resource: T;
}

export type IdentifiedInstance = Recorded<Instance> & { InstanceId: string };

/** Resources by their AWS id. Where several captures (or one import) hold the same id, the newest is here. */
export type Index<T> = ReadonlyMap<string, Located<T>>;

/**
 * A distinct (subnets, security groups, IPv6) of functions: all that share it share their Hyperplane interfaces and
 * every verdict. Lists are sorted.
 */
export interface Connection extends Place {
  /** `conn-` and a digest of what it is: the same in every snapshot. */
  id: string;
  /** Derived from the subnets; what the functions say where no subnet of it was read; null where neither knows. */
  vpcId: string | null;
  subnetIds: readonly string[];
  securityGroupIds: readonly string[];
  ipv6AllowedForDualStack: boolean;
  /** Unqualified ARNs of the functions whose `$LATEST` uses it. */
  functionArns: readonly string[];
  /** Qualified ARNs of the published versions that use it. */
  versionArns: readonly string[];
}

/** `$LATEST` of a function, or one published version of it. */
export interface LocatedFunction extends Located<Resource<"Functions">> {
  /** Unqualified for `$LATEST`, qualified for a version. */
  arn: string;
  functionName: string;
  /** Null when it is not in a VPC, whichever of its four spellings AWS used. Its `vpcId` is derived from the subnets. */
  attachment: Attachment | null;
  connectionId: string | null;
}

export interface CaptureFacts {
  accountId: string | null;
  region: string | null;
  /** ISO 8601. */
  capturedAt: string;
  coverage: ReadonlyMap<string, CoverageEntry>;
}

/** Ids of what belongs together, each list in the order in which it was read. */
export interface NetworkLookups {
  subnetIdsByVpc: ReadonlyMap<string, readonly string[]>;
  securityGroupIdsByVpc: ReadonlyMap<string, readonly string[]>;
  connectionIdsByVpc: ReadonlyMap<string, readonly string[]>;
  networkInterfaceIdsBySubnet: ReadonlyMap<string, readonly string[]>;
  /** Route tables by the subnet that is explicitly associated. */
  routeTableIdBySubnet: ReadonlyMap<string, string>;
  mainRouteTableIdByVpc: ReadonlyMap<string, string>;
  networkAclIdBySubnet: ReadonlyMap<string, string>;
  /** Lambda's interfaces by `interfacePlacement` (one subnet, sorted security groups). */
  lambdaInterfaceIdsByPlacement: ReadonlyMap<string, readonly string[]>;
  connectionIdsByPlacement: ReadonlyMap<string, readonly string[]>;
  functionArnsByName: ReadonlyMap<string, readonly string[]>;
  /** Qualified ARNs of published versions by the function's unqualified ARN. */
  versionArnsByFunction: ReadonlyMap<string, readonly string[]>;
}

/**
 * The indexed, immutable model that spans a snapshot's captures. Resources keep AWS's shape and are never copied;
 * everything derived (effective route table, kind of a subnet, …) is a function over this.
 */
export interface Network {
  captures: readonly CaptureFacts[];
  vpcs: Index<Identified<"Vpcs">>;
  subnets: Index<Identified<"Subnets">>;
  routeTables: Index<Identified<"RouteTables">>;
  securityGroups: Index<Identified<"SecurityGroups">>;
  securityGroupRules: Index<Identified<"SecurityGroupRules">>;
  /** By group and VPC: `sg-… vpc-…`. */
  securityGroupVpcAssociations: Index<Identified<"SecurityGroupVpcAssociations">>;
  networkAcls: Index<Identified<"NetworkAcls">>;
  networkInterfaces: Index<Identified<"NetworkInterfaces">>;
  natGateways: Index<Identified<"NatGateways">>;
  internetGateways: Index<Identified<"InternetGateways">>;
  egressOnlyInternetGateways: Index<Identified<"EgressOnlyInternetGateways">>;
  vpcEndpoints: Index<Identified<"VpcEndpoints">>;
  prefixLists: Index<Identified<"PrefixLists">>;
  managedPrefixLists: Index<Identified<"ManagedPrefixLists">>;
  managedPrefixListEntries: Index<Identified<"ManagedPrefixListEntries">>;
  vpcPeeringConnections: Index<Identified<"VpcPeeringConnections">>;
  transitGateways: Index<Identified<"TransitGateways">>;
  transitGatewayAttachments: Index<Identified<"TransitGatewayAttachments">>;
  /** By transit gateway and attachment: of a peering each side. See `attachmentSideKey`. */
  transitGatewayAttachmentSides: Index<Identified<"TransitGatewayAttachments">>;
  transitGatewayVpcAttachments: Index<Identified<"TransitGatewayVpcAttachments">>;
  transitGatewayPeeringAttachments: Index<Identified<"TransitGatewayPeeringAttachments">>;
  transitGatewayRouteTables: Index<Identified<"TransitGatewayRouteTables">>;
  transitGatewayRoutes: Index<Identified<"TransitGatewayRoutes">>;
  transitGatewayRouteTableAssociations: Index<Identified<"TransitGatewayRouteTableAssociations">>;
  transitGatewayRouteTablePropagations: Index<Identified<"TransitGatewayRouteTablePropagations">>;
  vpnGateways: Index<Identified<"VpnGateways">>;
  vpnConnections: Index<Identified<"VpnConnections">>;
  customerGateways: Index<Identified<"CustomerGateways">>;
  /** Out of their reservations. Terminated instances are here too, without VPC and subnet. */
  instances: Index<IdentifiedInstance>;
  /** By allocation id, or by the address itself (EC2-Classic). */
  addresses: Index<Identified<"Addresses">>;
  /** By `availabilityZoneKey`: a zone's name means another place in another account. */
  availabilityZones: Index<Identified<"AvailabilityZones">>;
  dhcpOptions: Index<Identified<"DhcpOptions">>;
  vpcAttributes: Index<Identified<"VpcAttributes">>;
  /** By account and region: `123456789012 eu-west-1`. */
  vpcBlockPublicAccessOptions: Index<Identified<"VpcBlockPublicAccessOptions">>;
  vpcBlockPublicAccessExclusions: Index<Identified<"VpcBlockPublicAccessExclusions">>;
  vpcEncryptionControls: Index<Identified<"VpcEncryptionControls">>;
  /** By ARN, or by identifier where none was given: an identifier is unique in its account and region only. */
  dbInstances: Index<Identified<"DBInstances">>;
  dbSubnetGroups: Index<Identified<"DBSubnetGroups">>;
  cacheClusters: Index<Identified<"CacheClusters">>;
  cacheSubnetGroups: Index<Identified<"CacheSubnetGroups">>;
  dbClusters: Index<Identified<"DBClusters">>;
  replicationGroups: Index<Identified<"ReplicationGroups">>;
  /** These four by ARN, the last by its target group's. */
  loadBalancers: Index<Identified<"LoadBalancers">>;
  listeners: Index<Identified<"Listeners">>;
  targetGroups: Index<Identified<"TargetGroups">>;
  targetGroupAttributes: Index<Identified<"TargetGroupAttributes">>;
  targetHealthDescriptions: Index<Identified<"TargetHealthDescriptions">>;
  /** `$LATEST` of each function, by unqualified ARN. */
  functions: ReadonlyMap<string, LocatedFunction>;
  /** Published versions, by qualified ARN. */
  functionVersions: ReadonlyMap<string, LocatedFunction>;
  /** What was read of a function's state, by unqualified ARN. Absent: not read. */
  functionStates: Index<Resource<"FunctionStates">>;
  /** By `Connection.id`. */
  connections: ReadonlyMap<string, Connection>;
  lookups: NetworkLookups;
}

import type {
  Address,
  AvailabilityZone,
  CustomerGateway,
  DhcpOptions,
  EgressOnlyInternetGateway,
  InternetGateway,
  ManagedPrefixList,
  NatGateway,
  NetworkAcl,
  NetworkInterface,
  PrefixList,
  PrefixListEntry,
  Reservation,
  RouteTable,
  SecurityGroup,
  SecurityGroupRule,
  SecurityGroupVpcAssociation,
  Subnet,
  TransitGateway,
  TransitGatewayAttachment,
  TransitGatewayPeeringAttachment,
  TransitGatewayRoute,
  TransitGatewayRouteTable,
  TransitGatewayRouteTableAssociation,
  TransitGatewayRouteTablePropagation,
  TransitGatewayVpcAttachment,
  Vpc,
  VpcBlockPublicAccessExclusion,
  VpcBlockPublicAccessOptions,
  VpcEncryptionControl,
  VpcEndpoint,
  VpcPeeringConnection,
  VpnConnection,
  VpnGateway,
} from "@aws-sdk/client-ec2";
import type {
  Listener,
  LoadBalancer,
  TargetGroup,
  TargetGroupAttribute,
  TargetHealthDescription,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { CacheCluster, CacheSubnetGroup, ReplicationGroup } from "@aws-sdk/client-elasticache";
import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import type { DBCluster, DBInstance, DBSubnetGroup } from "@aws-sdk/client-rds";

/** What JSON makes of an SDK type: a `Date` comes back as an ISO string. Snapshots are JSON, so all of core reads these. */
export type Recorded<T> = T extends Date
  ? string
  : T extends Uint8Array
    ? string
    : T extends (infer Item)[]
      ? Recorded<Item>[]
      : T extends object
        ? { [Key in keyof T]: Recorded<T[Key]> }
        : T;

/** The answer to a call that takes one id, with that id beside it. */
export type About<Subject extends string, Answer> = Record<Subject, string> & Answer;

/**
 * The resources of one account and region, under the keys of the describe outputs (what the AWS CLI prints), in the
 * shape AWS returns them. A key that is absent was not read: that is a gap in coverage, never an empty list.
 */
export interface ResourceTypes {
  Vpcs: Vpc;
  Subnets: Subnet;
  RouteTables: RouteTable;
  SecurityGroups: SecurityGroup;
  SecurityGroupRules: SecurityGroupRule;
  /** A security group of one VPC that another may use as well. */
  SecurityGroupVpcAssociations: SecurityGroupVpcAssociation;
  NetworkAcls: NetworkAcl;
  NetworkInterfaces: NetworkInterface;
  NatGateways: NatGateway;
  InternetGateways: InternetGateway;
  EgressOnlyInternetGateways: EgressOnlyInternetGateway;
  VpcEndpoints: VpcEndpoint;
  PrefixLists: PrefixList;
  /** DescribeManagedPrefixLists answers under `PrefixLists` too; told apart by the call and kept apart here. */
  ManagedPrefixLists: ManagedPrefixList;
  VpcPeeringConnections: VpcPeeringConnection;
  TransitGateways: TransitGateway;
  TransitGatewayAttachments: TransitGatewayAttachment;
  TransitGatewayVpcAttachments: TransitGatewayVpcAttachment;
  TransitGatewayPeeringAttachments: TransitGatewayPeeringAttachment;
  TransitGatewayRouteTables: TransitGatewayRouteTable;
  VpnGateways: VpnGateway;
  VpnConnections: VpnConnection;
  CustomerGateways: CustomerGateway;
  Reservations: Reservation;
  Addresses: Address;
  AvailabilityZones: AvailabilityZone;
  DhcpOptions: DhcpOptions;
  /** One of each region, which the answer holds without a list around it. */
  VpcBlockPublicAccessOptions: VpcBlockPublicAccessOptions;
  VpcBlockPublicAccessExclusions: VpcBlockPublicAccessExclusion;
  VpcEncryptionControls: VpcEncryptionControl;
  DBInstances: DBInstance;
  DBSubnetGroups: DBSubnetGroup;
  CacheClusters: CacheCluster;
  CacheSubnetGroups: CacheSubnetGroup;
  DBClusters: DBCluster;
  ReplicationGroups: ReplicationGroup;
  LoadBalancers: LoadBalancer;
  Listeners: Listener;
  TargetGroups: TargetGroup;
  TargetGroupAttributes: About<"TargetGroupArn", { Attributes: TargetGroupAttribute[] }>;
  TargetHealthDescriptions: About<"TargetGroupArn", { TargetHealthDescriptions: TargetHealthDescription[] }>;
  /** `$LATEST` and published versions alike, as ListFunctions gives them; the network tells them apart by `Version`. */
  Functions: FunctionConfiguration;
  /** `State` and `LastUpdateStatus`, which ListFunctions does not give, with the time of reading. */
  FunctionStates: FunctionState;
  VpcAttributes: About<
    "VpcId",
    { EnableDnsSupport?: { Value?: boolean }; EnableDnsHostnames?: { Value?: boolean } }
  >;
  ManagedPrefixListEntries: About<"PrefixListId", { Entries: PrefixListEntry[] }>;
  /** `OnlyType` where the search was for routes of one type. */
  TransitGatewayRoutes: About<
    "TransitGatewayRouteTableId",
    { Routes: TransitGatewayRoute[]; OnlyType?: string }
  >;
  TransitGatewayRouteTableAssociations: About<
    "TransitGatewayRouteTableId",
    { Associations: TransitGatewayRouteTableAssociation[] }
  >;
  TransitGatewayRouteTablePropagations: About<
    "TransitGatewayRouteTableId",
    { TransitGatewayRouteTablePropagations: TransitGatewayRouteTablePropagation[] }
  >;
}

/** The state of a function as GetFunction gave it at `ReadAt` (ISO 8601). */
export type FunctionState = Pick<
  FunctionConfiguration,
  | "FunctionName"
  | "FunctionArn"
  | "State"
  | "StateReason"
  | "StateReasonCode"
  | "LastUpdateStatus"
  | "LastUpdateStatusReason"
  | "LastUpdateStatusReasonCode"
  | "RevisionId"
  | "VpcConfig"
> & { ReadAt: string };

export type ResourceKey = keyof ResourceTypes;

export type Resources = { [Key in ResourceKey]?: Recorded<ResourceTypes[Key]>[] };

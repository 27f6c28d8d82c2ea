import type {
  Address,
  AvailabilityZone,
  DhcpOptions,
  EgressOnlyInternetGateway,
  Instance,
  InternetGateway,
  ManagedPrefixList,
  NatGateway,
  NetworkAcl,
  NetworkInterface,
  PrefixListEntry,
  RouteTable,
  SecurityGroup,
  SecurityGroupRule,
  SecurityGroupVpcAssociation,
  Subnet,
  Vpc,
  VpcEndpoint,
  VpcPeeringConnection,
} from "@aws-sdk/client-ec2";
import type { CacheCluster, CacheSubnetGroup, ReplicationGroup } from "@aws-sdk/client-elasticache";
import type { AliasConfiguration, FunctionConfiguration } from "@aws-sdk/client-lambda";
import type { DBCluster, DBInstance, DBSubnetGroup } from "@aws-sdk/client-rds";
import type { AccessKey, Group, ManagedPolicy, Role, SessionKey, User } from "./iam-world";
import type { NetworkControls } from "./network-controls";
import type { LoadBalancingWorld } from "./load-balancing-world";
import type { TransitWorld } from "./transit-world";

/**
 * Everything that exists in the sandbox, as plain data that survives `structuredClone` and the disk (dates are `Date`).
 * Resources are kept in the shape AWS returns them; what AWS keeps to itself stands beside them.
 */
export interface World {
  scenario: string;
  /** The account in which a caller with an unknown access key acts. */
  homeAccountId: string;
  /** By account id. */
  accounts: Record<string, AccountWorld>;
  /** Access key id -> who calls. An unknown key is the home account's root, so that any credentials play. */
  accessKeys: Record<string, AccessKey | SessionKey>;
  /** What will happen by itself, ordered by `dueAt`. Data, not closures: it survives a restart. */
  scheduled: ScheduledEvent[];
  faults: Fault[];
  /** Role ARN -> the role as services still see it (null: not at all), after a change that has not come through yet. */
  staleRoles: Record<string, { role: Role | null; until: number }>;
}

/** What belongs to an account and to no region. */
export interface AccountWorld {
  accountId: string;
  /** As Organizations lists it. */
  name: string;
  /** By region name. */
  regions: Record<string, RegionWorld>;
  roles: Role[];
  users: User[];
  groups: Group[];
  /** Its own managed policies. AWS's belong to every account. */
  policies: ManagedPolicy[];
}

/** What an account has in one region. */
export interface RegionWorld {
  accountId: string;
  region: string;
  availabilityZones: AvailabilityZone[];
  vpcs: Vpc[];
  /** VPC id -> the attributes that DescribeVpcAttribute gives. */
  vpcAttributes: Record<string, VpcAttributes>;
  subnets: Subnet[];
  routeTables: RouteTable[];
  /** Without their permissions, which each read draws from `securityGroupRules`. */
  securityGroups: StoredSecurityGroup[];
  securityGroupRules: SecurityGroupRule[];
  securityGroupVpcAssociations: SecurityGroupVpcAssociation[];
  networkAcls: NetworkAcl[];
  networkInterfaces: NetworkInterface[];
  internetGateways: InternetGateway[];
  egressOnlyInternetGateways: EgressOnlyInternetGateway[];
  natGateways: NatGateway[];
  vpcEndpoints: VpcEndpoint[];
  /** Each side of a connection has a copy, with tags of its own. */
  vpcPeeringConnections: VpcPeeringConnection[];
  managedPrefixLists: ManagedPrefixList[];
  /** Prefix list id -> its entries, in the present version. */
  prefixListEntries: Record<string, PrefixListEntry[]>;
  /** Prefix list id -> version -> its entries then. */
  prefixListVersions: Record<string, Record<string, PrefixListEntry[]>>;
  addresses: Address[];
  instances: Instance[];
  /** Instance id -> the reservation that it was launched in; one that is not named has its own. */
  reservationIds: Record<string, string>;
  /** Ids of the instances that `DisableApiTermination` protects. */
  protectedInstances: string[];
  /** Operation and `ClientToken` -> what was asked first, and the resource that came of it. */
  clientTokens: Record<string, { request: string; resourceId: string }>;
  dhcpOptions: DhcpOptions[];
  transit: TransitWorld;
  controls: NetworkControls;
  functions: LambdaFunction[];
  dbInstances: DBInstance[];
  dbClusters: DBCluster[];
  dbSubnetGroups: DBSubnetGroup[];
  cacheClusters: CacheCluster[];
  cacheSubnetGroups: CacheSubnetGroup[];
  replicationGroups: ReplicationGroup[];
  loadBalancing: LoadBalancingWorld;
}

export interface VpcAttributes {
  enableDnsSupport: boolean;
  enableDnsHostnames: boolean;
  /** Off until it is asked for. */
  enableNetworkAddressUsageMetrics?: boolean;
}

/** A group by itself: what its rules say is kept apart, because rules have ids and tags. */
export type StoredSecurityGroup = Omit<SecurityGroup, "IpPermissions" | "IpPermissionsEgress">;

/** A function with what Lambda keeps to itself. */
export interface LambdaFunction {
  /** `$LATEST` first, then published versions; each as GetFunctionConfiguration answers it. */
  versions: FunctionConfiguration[];
  tags: Record<string, string>;
  codeLocation: { repositoryType: string; location?: string; imageUri?: string };
  lastInvokedAt: number;
  aliases?: AliasConfiguration[];
  reservedConcurrency?: number;
  /** Qualifier, or nothing for the function itself -> its resource policy, statement by statement. */
  policies?: Record<string, { revisionId: string; statements: { sid: string; json: string }[] }>;
  /** When it was invoked through the API, the latest thousand times. */
  invokedAt?: number[];
  /** Of a scenario's function: how often it runs, up to when, so that its metrics have a past. */
  traffic?: { perMinute: number; until?: number };
  /** The highest number ever published: AWS never gives one out again, even after its version is deleted. */
  lastVersion?: number;
  /** The configuration that serves while an update is in progress; put back when the update fails. */
  serving?: FunctionConfiguration;
}

/** `kind` names a settler registered in `world/settle-world.ts`; `subject` is an ARN or id; `data` is plain JSON. */
export interface ScheduledEvent {
  dueAt: number;
  kind: string;
  accountId: string;
  region: string;
  subject: string;
  data?: Record<string, string | number | boolean | string[]>;
}

/** A fault switched on through the control endpoint. `operation` is `ec2:DescribeVpcs`, `lambda:*` or `*`. */
export type Fault =
  | { kind: "throttle"; operation: string; rate: number }
  | { kind: "server-error"; operation: string; rate: number }
  | { kind: "latency"; operation: string; latencyMs: number }
  | { kind: "connection-reset"; operation: string; rate: number }
  | { kind: "truncated-answer"; operation: string; rate: number }
  | { kind: "slow-body"; operation: string; durationMs: number }
  | { kind: "repeated-token"; operation: string }
  | { kind: "empty-page"; operation: string }
  | { kind: "missing-members"; operation: string; members: string[] }
  | { kind: "deny"; operation: string }
  | { kind: "no-free-addresses"; subnetId: string }
  | { kind: "eni-quota"; vpcId: string; limit: number }
  /** The function waits for what never answers, such as a host that its VPC does not lead to. */
  | { kind: "function-timeout"; functionName: string };

import type { Resource } from "./network";
import type { ResourceKey } from "./resources";

type IdMembers = { [Key in ResourceKey]: readonly (keyof Resource<Key> & string)[] };

/**
 * Which member names a resource of each kind; the first that is there counts. RDS and ElastiCache identifiers are
 * unique in their account and region only, so their ARN goes first; a zone's name is completed by `buildNetwork`.
 */
const idMembers = {
  Vpcs: ["VpcId"],
  VpcAttributes: ["VpcId"],
  Subnets: ["SubnetId"],
  RouteTables: ["RouteTableId"],
  SecurityGroups: ["GroupId"],
  SecurityGroupRules: ["SecurityGroupRuleId"],
  SecurityGroupVpcAssociations: [],
  NetworkAcls: ["NetworkAclId"],
  NetworkInterfaces: ["NetworkInterfaceId"],
  NatGateways: ["NatGatewayId"],
  InternetGateways: ["InternetGatewayId"],
  EgressOnlyInternetGateways: ["EgressOnlyInternetGatewayId"],
  VpcEndpoints: ["VpcEndpointId"],
  PrefixLists: ["PrefixListId"],
  ManagedPrefixLists: ["PrefixListId"],
  ManagedPrefixListEntries: ["PrefixListId"],
  VpcPeeringConnections: ["VpcPeeringConnectionId"],
  TransitGateways: ["TransitGatewayId"],
  TransitGatewayAttachments: ["TransitGatewayAttachmentId"],
  TransitGatewayVpcAttachments: ["TransitGatewayAttachmentId"],
  TransitGatewayPeeringAttachments: ["TransitGatewayAttachmentId"],
  TransitGatewayRouteTables: ["TransitGatewayRouteTableId"],
  TransitGatewayRoutes: ["TransitGatewayRouteTableId"],
  TransitGatewayRouteTableAssociations: ["TransitGatewayRouteTableId"],
  TransitGatewayRouteTablePropagations: ["TransitGatewayRouteTableId"],
  VpnGateways: ["VpnGatewayId"],
  VpnConnections: ["VpnConnectionId"],
  CustomerGateways: ["CustomerGatewayId"],
  Reservations: ["ReservationId"],
  Addresses: ["AllocationId", "PublicIp"],
  AvailabilityZones: ["ZoneName"],
  DhcpOptions: ["DhcpOptionsId"],
  VpcBlockPublicAccessOptions: [],
  VpcBlockPublicAccessExclusions: ["ExclusionId"],
  VpcEncryptionControls: ["VpcEncryptionControlId"],
  DBInstances: ["DBInstanceArn", "DBInstanceIdentifier"],
  DBSubnetGroups: ["DBSubnetGroupArn", "DBSubnetGroupName"],
  CacheClusters: ["ARN", "CacheClusterId"],
  CacheSubnetGroups: ["ARN", "CacheSubnetGroupName"],
  DBClusters: ["DBClusterArn", "DBClusterIdentifier"],
  ReplicationGroups: ["ARN", "ReplicationGroupId"],
  LoadBalancers: ["LoadBalancerArn"],
  Listeners: ["ListenerArn"],
  TargetGroups: ["TargetGroupArn"],
  TargetGroupAttributes: ["TargetGroupArn"],
  TargetHealthDescriptions: ["TargetGroupArn"],
  Functions: ["FunctionArn"],
  FunctionStates: ["FunctionArn"],
} as const satisfies IdMembers;

type OnlyIdMember<Key extends ResourceKey> = (typeof idMembers)[Key] extends readonly [
  infer Member extends string,
]
  ? Member
  : never;

/** What has no id of its own and is named by what it joins. */
const joinedIds = {
  SecurityGroupVpcAssociations: ["GroupId", "VpcId"],
  VpcBlockPublicAccessOptions: ["AwsAccountId", "AwsRegion"],
} as const satisfies { [Key in ResourceKey]?: readonly (keyof Resource<Key> & string)[] };

type JoinedIdMember<Key extends ResourceKey> = Key extends keyof typeof joinedIds
  ? (typeof joinedIds)[Key][number]
  : never;

/** A resource with what names it, where that is always the same member: what has none is left out of the network. */
export type Identified<Key extends ResourceKey> = Resource<Key> &
  Record<OnlyIdMember<Key> | JoinedIdMember<Key>, string>;

/** The id of a resource of that kind, or undefined where AWS gave none. */
export function resourceId(key: ResourceKey, resource: object): string | undefined {
  if (isJoined(key)) return joinedId(joinedIds[key], resource);
  for (const member of idMembers[key]) {
    const id: unknown = Reflect.get(resource, member);
    if (typeof id === "string" && id !== "") return id;
  }
  return undefined;
}

function isJoined(key: ResourceKey): key is keyof typeof joinedIds {
  return Object.hasOwn(joinedIds, key);
}

function joinedId(members: readonly string[], resource: object): string | undefined {
  const ids = members.map((member): unknown => Reflect.get(resource, member));
  return ids.every((id) => typeof id === "string" && id !== "") ? ids.join(" ") : undefined;
}

export const resourceKeys: ReadonlySet<string> = new Set(Object.keys(idMembers));

export function isResourceKey(key: string): key is ResourceKey {
  return resourceKeys.has(key);
}

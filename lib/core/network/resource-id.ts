import type { Resource } from "./network";
import type { ResourceKey } from "./resources";

type IdMembers = { [Key in ResourceKey]: readonly (keyof Resource<Key> & string)[] };

/**
 * Which member names a resource of each kind; the first that is there counts. RDS and ElastiCache identifiers are
 * unique in their account and region only, so their ARN goes first; a zone's name is completed by `buildNetwork`.
 */
const idMembers: IdMembers = {
  Vpcs: ["VpcId"],
  VpcAttributes: ["VpcId"],
  Subnets: ["SubnetId"],
  RouteTables: ["RouteTableId"],
  SecurityGroups: ["GroupId"],
  SecurityGroupRules: ["SecurityGroupRuleId"],
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
  DBInstances: ["DBInstanceArn", "DBInstanceIdentifier"],
  DBSubnetGroups: ["DBSubnetGroupArn", "DBSubnetGroupName"],
  CacheClusters: ["ARN", "CacheClusterId"],
  CacheSubnetGroups: ["ARN", "CacheSubnetGroupName"],
  Functions: ["FunctionArn"],
  FunctionStates: ["FunctionArn"],
};

/** The id of a resource of that kind, or undefined where AWS gave none. */
export function resourceId(key: ResourceKey, resource: object): string | undefined {
  for (const member of idMembers[key]) {
    const id: unknown = Reflect.get(resource, member);
    if (typeof id === "string" && id !== "") return id;
  }
  return undefined;
}

export const resourceKeys: ReadonlySet<string> = new Set(Object.keys(idMembers));

export function isResourceKey(key: string): key is ResourceKey {
  return resourceKeys.has(key);
}

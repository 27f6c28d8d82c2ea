import type { ResourceKey } from "./resources";

/**
 * Every call that Mooring reads, as coverage names it, and the key under which its answer is kept. Shared by the
 * collector (what to ask), the import (what was not given) and the analysis (what a gap means).
 */
export const keyOfCall = {
  DescribeVpcs: "Vpcs",
  DescribeVpcAttribute: "VpcAttributes",
  DescribeSubnets: "Subnets",
  DescribeRouteTables: "RouteTables",
  DescribeSecurityGroups: "SecurityGroups",
  DescribeSecurityGroupRules: "SecurityGroupRules",
  DescribeSecurityGroupVpcAssociations: "SecurityGroupVpcAssociations",
  DescribeNetworkAcls: "NetworkAcls",
  DescribeNetworkInterfaces: "NetworkInterfaces",
  DescribeNatGateways: "NatGateways",
  DescribeInternetGateways: "InternetGateways",
  DescribeEgressOnlyInternetGateways: "EgressOnlyInternetGateways",
  DescribeVpcEndpoints: "VpcEndpoints",
  DescribePrefixLists: "PrefixLists",
  DescribeManagedPrefixLists: "ManagedPrefixLists",
  GetManagedPrefixListEntries: "ManagedPrefixListEntries",
  DescribeVpcPeeringConnections: "VpcPeeringConnections",
  DescribeTransitGateways: "TransitGateways",
  DescribeTransitGatewayAttachments: "TransitGatewayAttachments",
  DescribeTransitGatewayVpcAttachments: "TransitGatewayVpcAttachments",
  DescribeTransitGatewayPeeringAttachments: "TransitGatewayPeeringAttachments",
  DescribeTransitGatewayRouteTables: "TransitGatewayRouteTables",
  SearchTransitGatewayRoutes: "TransitGatewayRoutes",
  GetTransitGatewayRouteTableAssociations: "TransitGatewayRouteTableAssociations",
  GetTransitGatewayRouteTablePropagations: "TransitGatewayRouteTablePropagations",
  DescribeVpnGateways: "VpnGateways",
  DescribeVpnConnections: "VpnConnections",
  DescribeCustomerGateways: "CustomerGateways",
  DescribeInstances: "Reservations",
  DescribeAddresses: "Addresses",
  DescribeAvailabilityZones: "AvailabilityZones",
  DescribeDhcpOptions: "DhcpOptions",
  DescribeVpcBlockPublicAccessOptions: "VpcBlockPublicAccessOptions",
  DescribeVpcBlockPublicAccessExclusions: "VpcBlockPublicAccessExclusions",
  DescribeVpcEncryptionControls: "VpcEncryptionControls",
  "rds.DescribeDBInstances": "DBInstances",
  "rds.DescribeDBSubnetGroups": "DBSubnetGroups",
  "rds.DescribeDBClusters": "DBClusters",
  "elasticache.DescribeCacheClusters": "CacheClusters",
  "elasticache.DescribeCacheSubnetGroups": "CacheSubnetGroups",
  "elasticache.DescribeReplicationGroups": "ReplicationGroups",
  "elbv2.DescribeLoadBalancers": "LoadBalancers",
  "elbv2.DescribeListeners": "Listeners",
  "elbv2.DescribeTargetGroups": "TargetGroups",
  "elbv2.DescribeTargetGroupAttributes": "TargetGroupAttributes",
  "elbv2.DescribeTargetHealth": "TargetHealthDescriptions",
  ListFunctions: "Functions",
  GetFunction: "FunctionStates",
} as const satisfies Record<string, ResourceKey>;

export type ReadCall = keyof typeof keyOfCall;

/** The calls in the order of the table. */
export const readCalls = Object.keys(keyOfCall).filter((call): call is ReadCall =>
  Object.hasOwn(keyOfCall, call),
);

/** The call whose answer is kept under each key. */
export const callOfKey: ReadonlyMap<ResourceKey, ReadCall> = new Map(
  readCalls.map((call) => [keyOfCall[call], call]),
);

import type { ResourceKey } from "../resources";
import structs from "./aws-structs.json";

/**
 * What kind a member must be of: `string`, `number`, `boolean`, `timestamp`, `any`, the name of a structure
 * (`ec2.Tag`), or `[]` and `{}` before one of these for a list and a map.
 */
export type Shape = string;

/** The structure of each kind of resource, as AWS's own model has it (`<client>.<shape>`). */
export const rootShapes: Record<ResourceKey, Shape> = {
  Vpcs: "ec2.Vpc",
  VpcAttributes: "mooring.VpcAttributes",
  Subnets: "ec2.Subnet",
  RouteTables: "ec2.RouteTable",
  SecurityGroups: "ec2.SecurityGroup",
  SecurityGroupRules: "ec2.SecurityGroupRule",
  SecurityGroupVpcAssociations: "ec2.SecurityGroupVpcAssociation",
  NetworkAcls: "ec2.NetworkAcl",
  NetworkInterfaces: "ec2.NetworkInterface",
  NatGateways: "ec2.NatGateway",
  InternetGateways: "ec2.InternetGateway",
  EgressOnlyInternetGateways: "ec2.EgressOnlyInternetGateway",
  VpcEndpoints: "ec2.VpcEndpoint",
  PrefixLists: "ec2.PrefixList",
  ManagedPrefixLists: "ec2.ManagedPrefixList",
  ManagedPrefixListEntries: "mooring.ManagedPrefixListEntries",
  VpcPeeringConnections: "ec2.VpcPeeringConnection",
  TransitGateways: "ec2.TransitGateway",
  TransitGatewayAttachments: "ec2.TransitGatewayAttachment",
  TransitGatewayVpcAttachments: "ec2.TransitGatewayVpcAttachment",
  TransitGatewayPeeringAttachments: "ec2.TransitGatewayPeeringAttachment",
  TransitGatewayRouteTables: "ec2.TransitGatewayRouteTable",
  TransitGatewayRoutes: "mooring.TransitGatewayRoutes",
  TransitGatewayRouteTableAssociations: "mooring.TransitGatewayRouteTableAssociations",
  TransitGatewayRouteTablePropagations: "mooring.TransitGatewayRouteTablePropagations",
  VpnGateways: "ec2.VpnGateway",
  VpnConnections: "ec2.VpnConnection",
  CustomerGateways: "ec2.CustomerGateway",
  Reservations: "ec2.Reservation",
  Addresses: "ec2.Address",
  AvailabilityZones: "ec2.AvailabilityZone",
  DhcpOptions: "ec2.DhcpOptions",
  VpcBlockPublicAccessOptions: "ec2.VpcBlockPublicAccessOptions",
  VpcBlockPublicAccessExclusions: "ec2.VpcBlockPublicAccessExclusion",
  VpcEncryptionControls: "ec2.VpcEncryptionControl",
  DBInstances: "rds.DBInstance",
  DBSubnetGroups: "rds.DBSubnetGroup",
  CacheClusters: "elasticache.CacheCluster",
  CacheSubnetGroups: "elasticache.CacheSubnetGroup",
  DBClusters: "rds.DBCluster",
  ReplicationGroups: "elasticache.ReplicationGroup",
  LoadBalancers: "elbv2.LoadBalancer",
  Listeners: "elbv2.Listener",
  TargetGroups: "elbv2.TargetGroup",
  TargetGroupAttributes: "mooring.TargetGroupAttributes",
  TargetHealthDescriptions: "mooring.TargetHealthDescriptions",
  Functions: "lambda.FunctionConfiguration",
  FunctionStates: "lambda.FunctionConfiguration",
};

/** Answers about one subject, with the subject's id put beside them (see `About`). */
export const subjectStructs: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  "mooring.VpcAttributes": {
    VpcId: "string",
    EnableDnsSupport: "ec2.AttributeBooleanValue",
    EnableDnsHostnames: "ec2.AttributeBooleanValue",
  },
  "mooring.ManagedPrefixListEntries": { PrefixListId: "string", Entries: "[]ec2.PrefixListEntry" },
  "mooring.TargetGroupAttributes": {
    TargetGroupArn: "string",
    Attributes: "[]elbv2.TargetGroupAttribute",
  },
  "mooring.TargetHealthDescriptions": {
    TargetGroupArn: "string",
    TargetHealthDescriptions: "[]elbv2.TargetHealthDescription",
  },
  "mooring.TransitGatewayRoutes": {
    TransitGatewayRouteTableId: "string",
    Routes: "[]ec2.TransitGatewayRoute",
    OnlyType: "string",
  },
  "mooring.TransitGatewayRouteTableAssociations": {
    TransitGatewayRouteTableId: "string",
    Associations: "[]ec2.TransitGatewayRouteTableAssociation",
  },
  "mooring.TransitGatewayRouteTablePropagations": {
    TransitGatewayRouteTableId: "string",
    TransitGatewayRouteTablePropagations: "[]ec2.TransitGatewayRouteTablePropagation",
  },
};

const awsStructs: Readonly<Record<string, Readonly<Record<string, Shape>>>> = structs;

/** The members of a structure that AWS's model knows. */
export function membersOf(struct: Shape): Readonly<Record<string, Shape>> {
  return subjectStructs[struct] ?? awsStructs[struct] ?? {};
}

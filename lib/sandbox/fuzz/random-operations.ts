import type { RegionWorld, World } from "../world/world";

/** Three numbers that choose what a call is about. */
export type Choice = readonly [number, number, number];
type Parameters = Record<string, string>;
type Known = ReturnType<typeof listKnownIds>;
type Callable = Readonly<Record<string, (known: Known, choice: Choice) => Parameters>>;

/** One of the items, and once in ten times something that does not exist. */
export function at(items: readonly (string | undefined)[], index: number): string {
  const item = index % 10 === 9 ? undefined : items[Math.floor(index / 10) % Math.max(items.length, 1)];
  return item ?? "none-0123456789abcdef0";
}

/** What there is to name in a call. */
export function listKnownIds(world: World, region: RegionWorld) {
  const { transit } = region;
  const account = world.accounts[world.homeAccountId];
  return {
    vpcs: region.vpcs.map((item) => item.VpcId),
    subnets: region.subnets.map((item) => item.SubnetId),
    groups: region.securityGroups.map((item) => item.GroupId),
    gateways: region.internetGateways.map((item) => item.InternetGatewayId),
    tables: region.routeTables.map((item) => item.RouteTableId),
    interfaces: region.networkInterfaces.map((item) => item.NetworkInterfaceId),
    nats: region.natGateways.map((item) => item.NatGatewayId),
    addresses: region.addresses.map((item) => item.AllocationId),
    acls: region.networkAcls.map((item) => item.NetworkAclId),
    aclAssociations: region.networkAcls.flatMap((item) =>
      (item.Associations ?? []).map((link) => link.NetworkAclAssociationId),
    ),
    tableAssociations: region.routeTables.flatMap((item) =>
      (item.Associations ?? []).map((link) => link.RouteTableAssociationId),
    ),
    endpoints: region.vpcEndpoints.map((item) => item.VpcEndpointId),
    peerings: region.vpcPeeringConnections.map((item) => item.VpcPeeringConnectionId),
    transitGateways: transit.gateways.map((item) => item.TransitGatewayId),
    transitTables: transit.routeTables.map((item) => item.TransitGatewayRouteTableId),
    attachments: transit.vpcAttachments.map((item) => item.TransitGatewayAttachmentId),
    roles: (account?.roles ?? []).map((role) => role.roleName),
    policies: (account?.policies ?? []).map((policy) => policy.policyArn),
  };
}

const CIDRS = ["0.0.0.0/0", "192.168.0.0/16", "10.1.0.0/16", "172.31.0.0/16"] as const;
const cidr = (index: number): string => CIDRS[index % CIDRS.length] ?? CIDRS[0];

const NETWORKS: Callable = {
  CreateVpc: (_known, [a]) => ({ CidrBlock: `10.${String(a % 3)}.0.0/16` }),
  DeleteVpc: ({ vpcs }, [a]) => ({ VpcId: at(vpcs, a) }),
  CreateSubnet: ({ vpcs }, [a, b, c]) => ({
    VpcId: at(vpcs, a),
    CidrBlock: `${b % 2 === 0 ? "172.31" : `10.${String(b % 3)}`}.${String(c % 9)}.0/28`,
  }),
  DeleteSubnet: ({ subnets }, [a]) => ({ SubnetId: at(subnets, a) }),
  CreateSecurityGroup: ({ vpcs }, [a, b]) => ({
    VpcId: at(vpcs, a),
    GroupName: `g${String(b % 5)}`,
    GroupDescription: "d",
  }),
  DeleteSecurityGroup: ({ groups }, [a]) => ({ GroupId: at(groups, a) }),
  AuthorizeSecurityGroupIngress: ({ groups }, [a, b, c]) => ({
    GroupId: at(groups, a),
    "IpPermissions.1.IpProtocol": "tcp",
    "IpPermissions.1.FromPort": String(c % 70_000),
    "IpPermissions.1.ToPort": String(c % 70_000),
    "IpPermissions.1.Groups.1.GroupId": at(groups, b),
  }),
  CreateNetworkInterface: ({ subnets, groups }, [a, b]) => ({
    SubnetId: at(subnets, a),
    "SecurityGroupId.1": at(groups, b),
  }),
  DeleteNetworkInterface: ({ interfaces }, [a]) => ({ NetworkInterfaceId: at(interfaces, a) }),
  CreateNetworkAcl: ({ vpcs }, [a]) => ({ VpcId: at(vpcs, a) }),
  DeleteNetworkAcl: ({ acls }, [a]) => ({ NetworkAclId: at(acls, a) }),
  ReplaceNetworkAclAssociation: ({ acls, aclAssociations }, [a, b]) => ({
    NetworkAclId: at(acls, a),
    AssociationId: at(aclAssociations, b),
  }),
};

const WAYS: Callable = {
  CreateInternetGateway: () => ({}),
  AttachInternetGateway: ({ gateways, vpcs }, [a, b]) => ({
    InternetGatewayId: at(gateways, a),
    VpcId: at(vpcs, b),
  }),
  DetachInternetGateway: ({ gateways, vpcs }, [a, b]) => ({
    InternetGatewayId: at(gateways, a),
    VpcId: at(vpcs, b),
  }),
  DeleteInternetGateway: ({ gateways }, [a]) => ({ InternetGatewayId: at(gateways, a) }),
  CreateRouteTable: ({ vpcs }, [a]) => ({ VpcId: at(vpcs, a) }),
  DeleteRouteTable: ({ tables }, [a]) => ({ RouteTableId: at(tables, a) }),
  AssociateRouteTable: ({ tables, subnets }, [a, b]) => ({
    RouteTableId: at(tables, a),
    SubnetId: at(subnets, b),
  }),
  DisassociateRouteTable: ({ tableAssociations }, [a]) => ({ AssociationId: at(tableAssociations, a) }),
  CreateRoute: ({ tables, gateways, nats, interfaces, peerings, transitGateways }, [a, b, c]) => ({
    RouteTableId: at(tables, a),
    DestinationCidrBlock: cidr(b),
    ...[
      { GatewayId: at(gateways, c) },
      { NatGatewayId: at(nats, c) },
      { NetworkInterfaceId: at(interfaces, c) },
      { VpcPeeringConnectionId: at(peerings, c) },
      { TransitGatewayId: at(transitGateways, c) },
    ][b % 5],
  }),
  DeleteRoute: ({ tables }, [a, b]) => ({ RouteTableId: at(tables, a), DestinationCidrBlock: cidr(b) }),
  AllocateAddress: () => ({ Domain: "vpc" }),
  ReleaseAddress: ({ addresses }, [a]) => ({ AllocationId: at(addresses, a) }),
  CreateNatGateway: ({ subnets, addresses }, [a, b]) => ({
    SubnetId: at(subnets, a),
    AllocationId: at(addresses, b),
  }),
  DeleteNatGateway: ({ nats }, [a]) => ({ NatGatewayId: at(nats, a) }),
  CreateVpcEndpoint: ({ vpcs, subnets, tables, groups }, [a, b, c]) => ({
    VpcId: at(vpcs, a),
    ...(b % 2 === 0
      ? { ServiceName: "com.amazonaws.eu-west-1.s3", "RouteTableId.1": at(tables, c) }
      : {
          ServiceName: "com.amazonaws.eu-west-1.sqs",
          VpcEndpointType: "Interface",
          PrivateDnsEnabled: "false",
          "SubnetId.1": at(subnets, b),
          "SecurityGroupId.1": at(groups, c),
        }),
  }),
  ModifyVpcEndpoint: ({ endpoints, subnets, tables }, [a, b, c]) => ({
    VpcEndpointId: at(endpoints, a),
    ...[
      { "AddRouteTableId.1": at(tables, b) },
      { "RemoveRouteTableId.1": at(tables, b) },
      { "AddSubnetId.1": at(subnets, b) },
      { "RemoveSubnetId.1": at(subnets, b) },
    ][c % 4],
  }),
  DeleteVpcEndpoints: ({ endpoints }, [a]) => ({ "VpcEndpointId.1": at(endpoints, a) }),
};

const OTHER_NETWORKS: Callable = {
  CreateVpcPeeringConnection: ({ vpcs }, [a, b]) => ({ VpcId: at(vpcs, a), PeerVpcId: at(vpcs, b) }),
  AcceptVpcPeeringConnection: ({ peerings }, [a]) => ({ VpcPeeringConnectionId: at(peerings, a) }),
  RejectVpcPeeringConnection: ({ peerings }, [a]) => ({ VpcPeeringConnectionId: at(peerings, a) }),
  DeleteVpcPeeringConnection: ({ peerings }, [a]) => ({ VpcPeeringConnectionId: at(peerings, a) }),
  CreateTransitGateway: () => ({}),
  DeleteTransitGateway: ({ transitGateways }, [a]) => ({ TransitGatewayId: at(transitGateways, a) }),
  CreateTransitGatewayVpcAttachment: ({ transitGateways, subnets, vpcs }, [a, b, c]) => ({
    TransitGatewayId: at(transitGateways, a),
    VpcId: at(vpcs, b),
    "SubnetIds.1": at(subnets, c),
  }),
  ModifyTransitGatewayVpcAttachment: ({ attachments, subnets }, [a, b, c]) => ({
    TransitGatewayAttachmentId: at(attachments, a),
    "AddSubnetIds.1": at(subnets, b),
    ...(c % 2 === 0 ? { "RemoveSubnetIds.1": at(subnets, c) } : {}),
  }),
  DeleteTransitGatewayVpcAttachment: ({ attachments }, [a]) => ({
    TransitGatewayAttachmentId: at(attachments, a),
  }),
  CreateTransitGatewayRouteTable: ({ transitGateways }, [a]) => ({
    TransitGatewayId: at(transitGateways, a),
  }),
  DeleteTransitGatewayRouteTable: ({ transitTables }, [a]) => ({
    TransitGatewayRouteTableId: at(transitTables, a),
  }),
  AssociateTransitGatewayRouteTable: ({ transitTables, attachments }, [a, b]) => ({
    TransitGatewayRouteTableId: at(transitTables, a),
    TransitGatewayAttachmentId: at(attachments, b),
  }),
  DisassociateTransitGatewayRouteTable: ({ transitTables, attachments }, [a, b]) => ({
    TransitGatewayRouteTableId: at(transitTables, a),
    TransitGatewayAttachmentId: at(attachments, b),
  }),
  CreateTransitGatewayRoute: ({ transitTables, attachments }, [a, b, c]) => ({
    TransitGatewayRouteTableId: at(transitTables, a),
    DestinationCidrBlock: cidr(c),
    ...(c % 3 === 0 ? { Blackhole: "true" } : { TransitGatewayAttachmentId: at(attachments, b) }),
  }),
  DeleteTransitGatewayRoute: ({ transitTables }, [a, b]) => ({
    TransitGatewayRouteTableId: at(transitTables, a),
    DestinationCidrBlock: cidr(b),
  }),
};

export const EC2_CALLS: Callable = { ...NETWORKS, ...WAYS, ...OTHER_NETWORKS };

const document = (effect: string): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: effect, Action: "ec2:Describe*", Resource: "*" }],
  });
const TRUST = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
});

export const IAM_CALLS: Callable = {
  CreateRole: (_known, [a]) => ({ RoleName: `role-${String(a % 4)}`, AssumeRolePolicyDocument: TRUST }),
  DeleteRole: ({ roles }, [a]) => ({ RoleName: at(roles, a) }),
  CreatePolicy: (_known, [a]) => ({
    PolicyName: `policy-${String(a % 4)}`,
    PolicyDocument: document("Allow"),
  }),
  DeletePolicy: ({ policies }, [a]) => ({ PolicyArn: at(policies, a) }),
  CreatePolicyVersion: ({ policies }, [a, b]) => ({
    PolicyArn: at(policies, a),
    PolicyDocument: document("Deny"),
    SetAsDefault: b % 2 === 0 ? "true" : "false",
  }),
  DeletePolicyVersion: ({ policies }, [a, b]) => ({
    PolicyArn: at(policies, a),
    VersionId: `v${String((b % 6) + 1)}`,
  }),
  AttachRolePolicy: ({ roles, policies }, [a, b]) => ({ RoleName: at(roles, a), PolicyArn: at(policies, b) }),
  DetachRolePolicy: ({ roles, policies }, [a, b]) => ({ RoleName: at(roles, a), PolicyArn: at(policies, b) }),
  PutRolePolicy: ({ roles }, [a, b]) => ({
    RoleName: at(roles, a),
    PolicyName: `inline-${String(b % 3)}`,
    PolicyDocument: document("Allow"),
  }),
  DeleteRolePolicy: ({ roles }, [a, b]) => ({
    RoleName: at(roles, a),
    PolicyName: `inline-${String(b % 3)}`,
  }),
  PutRolePermissionsBoundary: ({ roles, policies }, [a, b]) => ({
    RoleName: at(roles, a),
    PermissionsBoundary: at(policies, b),
  }),
};

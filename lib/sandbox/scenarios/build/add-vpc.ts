import type { DhcpOptions, NetworkAcl, RouteTable, Vpc } from "@aws-sdk/client-ec2";
import { type Builder, idOf, named } from "./builder";
import { allowAll, denyAll } from "./network-acl-entries";
import { addSecurityGroup, type BuiltSecurityGroup } from "./add-security-group";

/** A VPC and what AWS makes with it. */
export interface BuiltVpc {
  vpcId: string;
  name: string;
  cidr: string;
  mainRouteTable: RouteTable;
  defaultNetworkAcl: NetworkAcl;
  defaultSecurityGroup: BuiltSecurityGroup;
}

/** The region's one set of DHCP options, Amazon's. */
function dhcpOptionsId(builder: Builder): string {
  const { regionWorld, ids } = builder;
  const [known] = regionWorld.dhcpOptions;
  if (known?.DhcpOptionsId !== undefined) return known.DhcpOptionsId;
  const options: DhcpOptions = {
    DhcpOptionsId: ids.id("dopt"),
    OwnerId: regionWorld.accountId,
    DhcpConfigurations: [
      { Key: "domain-name", Values: [{ Value: `${regionWorld.region}.compute.internal` }] },
      { Key: "domain-name-servers", Values: [{ Value: "AmazonProvidedDNS" }] },
    ],
    Tags: [],
  };
  regionWorld.dhcpOptions.push(options);
  return idOf(options.DhcpOptionsId);
}

/** Makes a VPC with its main route table, default network ACL and default security group. */
export function addVpc(
  builder: Builder,
  { name, cidr, dnsHostnames = true }: { name: string; cidr: string; dnsHostnames?: boolean },
): BuiltVpc {
  const { regionWorld, ids } = builder;
  const vpcId = ids.id("vpc");
  const vpc: Vpc = {
    VpcId: vpcId,
    CidrBlock: cidr,
    CidrBlockAssociationSet: [
      { AssociationId: ids.id("vpc-cidr-assoc"), CidrBlock: cidr, CidrBlockState: { State: "associated" } },
    ],
    Ipv6CidrBlockAssociationSet: [],
    DhcpOptionsId: dhcpOptionsId(builder),
    InstanceTenancy: "default",
    IsDefault: false,
    OwnerId: regionWorld.accountId,
    State: "available",
    Tags: named(name),
  };
  regionWorld.vpcs.push(vpc);
  regionWorld.vpcAttributes[vpcId] = { enableDnsSupport: true, enableDnsHostnames: dnsHostnames };
  const mainRouteTable: RouteTable = {
    RouteTableId: ids.id("rtb"),
    VpcId: vpcId,
    OwnerId: regionWorld.accountId,
    PropagatingVgws: [],
    Routes: [{ DestinationCidrBlock: cidr, GatewayId: "local", Origin: "CreateRouteTable", State: "active" }],
    Tags: [],
  };
  mainRouteTable.Associations = [
    {
      Main: true,
      RouteTableAssociationId: ids.id("rtbassoc"),
      RouteTableId: mainRouteTable.RouteTableId,
      AssociationState: { State: "associated" },
    },
  ];
  regionWorld.routeTables.push(mainRouteTable);
  const defaultNetworkAcl: NetworkAcl = {
    NetworkAclId: ids.id("acl"),
    VpcId: vpcId,
    IsDefault: true,
    OwnerId: regionWorld.accountId,
    Associations: [],
    Entries: [allowAll(100, false), denyAll(false), allowAll(100, true), denyAll(true)],
    Tags: [],
  };
  regionWorld.networkAcls.push(defaultNetworkAcl);
  const defaultSecurityGroup = addSecurityGroup(
    builder,
    { vpcId },
    {
      name: "default",
      description: "default VPC security group",
      ingress: [{ from: "self", ports: "all" }],
      egress: "all",
    },
  );
  return { vpcId, name, cidr, mainRouteTable, defaultNetworkAcl, defaultSecurityGroup };
}

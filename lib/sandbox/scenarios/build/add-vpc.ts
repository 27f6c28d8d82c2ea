import type { NetworkAcl, RouteTable } from "@aws-sdk/client-ec2";
import { makeVpc } from "../../services/ec2/vpcs/make-vpc";
import type { BuiltSecurityGroup } from "./add-security-group";
import { type Builder, idOf, named } from "./builder";

/** A VPC and what AWS makes with it. */
export interface BuiltVpc {
  vpcId: string;
  name: string;
  cidr: string;
  /** A /56 of Amazon's, where it has one. */
  ipv6Cidr?: string;
  mainRouteTable: RouteTable;
  defaultNetworkAcl: NetworkAcl;
  defaultSecurityGroup: BuiltSecurityGroup;
}

/** Makes a VPC with its main route table, default network ACL and default security group, as CreateVpc does. */
export function addVpc(
  builder: Builder,
  {
    name,
    cidr,
    dnsHostnames = true,
    hasIpv6 = false,
  }: { name: string; cidr: string; dnsHostnames?: boolean; hasIpv6?: boolean },
): BuiltVpc {
  const { vpc, mainRouteTable, defaultNetworkAcl, defaultSecurityGroup } = makeVpc(builder, {
    cidr,
    dnsHostnames,
    hasIpv6,
    tags: named(name),
  });
  const vpcId = idOf(vpc.VpcId);
  const [ipv6] = vpc.Ipv6CidrBlockAssociationSet ?? [];
  if (ipv6) ipv6.Ipv6CidrBlockState = { State: "associated" };
  return {
    vpcId,
    name,
    cidr,
    ...(ipv6?.Ipv6CidrBlock !== undefined && { ipv6Cidr: ipv6.Ipv6CidrBlock }),
    mainRouteTable,
    defaultNetworkAcl,
    defaultSecurityGroup: { groupId: idOf(defaultSecurityGroup.GroupId), name: "default", vpcId },
  };
}

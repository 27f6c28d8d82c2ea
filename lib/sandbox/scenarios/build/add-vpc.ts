import type { NetworkAcl, RouteTable } from "@aws-sdk/client-ec2";
import { makeVpc } from "../../services/ec2/vpcs/make-vpc";
import type { BuiltSecurityGroup } from "./add-security-group";
import { type Builder, idOf, named } from "./builder";

/** A VPC and what AWS makes with it. */
export interface BuiltVpc {
  vpcId: string;
  name: string;
  cidr: string;
  mainRouteTable: RouteTable;
  defaultNetworkAcl: NetworkAcl;
  defaultSecurityGroup: BuiltSecurityGroup;
}

/** Makes a VPC with its main route table, default network ACL and default security group, as CreateVpc does. */
export function addVpc(
  builder: Builder,
  { name, cidr, dnsHostnames = true }: { name: string; cidr: string; dnsHostnames?: boolean },
): BuiltVpc {
  const { vpc, mainRouteTable, defaultNetworkAcl, defaultSecurityGroup } = makeVpc(builder, {
    cidr,
    dnsHostnames,
    tags: named(name),
  });
  const vpcId = idOf(vpc.VpcId);
  return {
    vpcId,
    name,
    cidr,
    mainRouteTable,
    defaultNetworkAcl,
    defaultSecurityGroup: { groupId: idOf(defaultSecurityGroup.GroupId), name: "default", vpcId },
  };
}

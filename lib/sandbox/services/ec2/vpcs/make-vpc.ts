import type { NetworkAcl, RouteTable, Tag, Tenancy, Vpc, VpcState } from "@aws-sdk/client-ec2";
import type { StoredSecurityGroup } from "../../../world/world";
import { defaultDhcpOptionsId } from "../dhcp-options/default-dhcp-options";
import { defaultEntries } from "../network-acls/default-entries";
import { makeRouteTable, type Place } from "../routes/make-route-table";
import { newSecurityGroup } from "../security-groups/new-security-group";
import { amazonIpv6Association } from "./amazon-ipv6";

export interface VpcSpec {
  cidr: string;
  /** With an IPv6 block of Amazon's. */
  hasIpv6?: boolean;
  tenancy?: Tenancy;
  state?: VpcState;
  isDefault?: boolean;
  dnsHostnames?: boolean;
  tags: Tag[];
}

/** A VPC and what AWS makes with it. */
export interface MadeVpc {
  vpc: Vpc;
  mainRouteTable: RouteTable;
  defaultNetworkAcl: NetworkAcl;
  defaultSecurityGroup: StoredSecurityGroup;
}

/** Makes a VPC with its main route table, default network ACL and default security group. */
export function makeVpc(place: Place, spec: VpcSpec): MadeVpc {
  const { regionWorld, ids } = place;
  const vpcId = ids.id("vpc");
  const vpc: Vpc = {
    VpcId: vpcId,
    CidrBlock: spec.cidr,
    CidrBlockAssociationSet: [
      {
        AssociationId: ids.id("vpc-cidr-assoc"),
        CidrBlock: spec.cidr,
        CidrBlockState: { State: "associated" },
      },
    ],
    Ipv6CidrBlockAssociationSet: spec.hasIpv6 === true ? [amazonIpv6Association(place)] : [],
    DhcpOptionsId: defaultDhcpOptionsId(place),
    InstanceTenancy: spec.tenancy ?? "default",
    IsDefault: spec.isDefault ?? false,
    OwnerId: regionWorld.accountId,
    State: spec.state ?? "available",
    Tags: spec.tags,
  };
  regionWorld.vpcs.push(vpc);
  regionWorld.vpcAttributes[vpcId] = {
    enableDnsSupport: true,
    enableDnsHostnames: spec.dnsHostnames ?? false,
  };
  return {
    vpc,
    mainRouteTable: makeRouteTable(place, vpc, { tags: [], isMain: true }),
    defaultNetworkAcl: makeDefaultNetworkAcl(place, vpc),
    defaultSecurityGroup: newSecurityGroup(place, vpc, {
      name: "default",
      description: "default VPC security group",
      tags: [],
    }),
  };
}

function makeDefaultNetworkAcl({ regionWorld, ids }: Place, vpc: Vpc): NetworkAcl {
  const hasIpv6 = (vpc.Ipv6CidrBlockAssociationSet ?? []).length > 0;
  const acl: NetworkAcl = {
    NetworkAclId: ids.id("acl"),
    VpcId: vpc.VpcId,
    IsDefault: true,
    OwnerId: regionWorld.accountId,
    Associations: [],
    Entries: [...defaultEntries(4), ...(hasIpv6 ? defaultEntries(6) : [])],
    Tags: [],
  };
  regionWorld.networkAcls.push(acl);
  return acl;
}

import type { NetworkAclEntry } from "@aws-sdk/client-ec2";
import { associateNetworkAcl, type BuiltSubnet } from "./add-subnet";
import { type Builder, named } from "./builder";

/** Gives a subnet a network ACL of its own instead of its VPC's default one. */
export function addNetworkAcl(
  builder: Builder,
  subnet: BuiltSubnet,
  spec: { name: string; entries: NetworkAclEntry[] },
): void {
  const acl = {
    NetworkAclId: builder.ids.id("acl"),
    VpcId: subnet.vpcId,
    IsDefault: false,
    OwnerId: builder.regionWorld.accountId,
    Associations: [],
    Entries: spec.entries,
    Tags: named(spec.name),
  };
  builder.regionWorld.networkAcls.push(acl);
  associateNetworkAcl(builder, acl, subnet.subnetId);
}

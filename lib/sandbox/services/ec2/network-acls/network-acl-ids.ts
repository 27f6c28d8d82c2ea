import type { NetworkAcl } from "@aws-sdk/client-ec2";
import { idError, type IdKind } from "../describe/pick-by-ids";
import type { RegionWorld } from "../../../world/world";

/** How EC2 words its complaints about ids of network ACLs. */
export const networkAclIds: IdKind = {
  prefix: "acl",
  notFoundCode: "InvalidNetworkAclID.NotFound",
  notFoundMessage: "The network acl ID '{id}' does not exist",
  malformedCode: "InvalidNetworkAclId.Malformed",
};

/** The network ACL of this id. Throws InvalidNetworkAclID.NotFound. */
export function getNetworkAcl(regionWorld: RegionWorld, id: string): NetworkAcl {
  const acl = regionWorld.networkAcls.find((candidate) => candidate.NetworkAclId === id);
  if (acl === undefined) throw idError(networkAclIds, id);
  return acl;
}

import type {
  CreateNetworkAclCommandInput,
  CreateNetworkAclCommandOutput,
  NetworkAcl,
  NetworkAclEntry,
  Vpc,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { pickByIds } from "../describe/pick-by-ids";
import { oncePerClientToken } from "../requests/once-per-client-token";
import { specifiedTags } from "../requests/specified-tags";
import { vpcCollection } from "../vpcs/describe-vpcs";
import { denyAll } from "./default-entries";

/** "Network ACLs per VPC" (VPC user guide: Amazon VPC quotas). */
const ACLS_PER_VPC = 200;

/** The `*` rules of both directions and, where the VPC has IPv6, of both families. */
function lastEntries(vpc: Vpc): NetworkAclEntry[] {
  const hasIpv6 = (vpc.Ipv6CidrBlockAssociationSet ?? []).length > 0;
  return [true, false].flatMap((egress) => [denyAll(egress), ...(hasIpv6 ? [denyAll(egress, 6)] : [])]);
}

/** Makes an ACL that denies everything until it is given rules. */
export const createNetworkAcl: Handler<
  CreateNetworkAclCommandInput,
  Answer<CreateNetworkAclCommandOutput>
> = (context, input) => {
  const { regionWorld, ids, accountId } = context;
  const NetworkAcl = oncePerClientToken<NetworkAcl>(
    context,
    { operation: "CreateNetworkAcl", input },
    {
      idOf: (acl) => acl.NetworkAclId,
      find: (id) => regionWorld.networkAcls.find((acl) => acl.NetworkAclId === id),
      create: () => {
        const [vpc] = pickByIds(regionWorld.vpcs, [input.VpcId ?? ""], vpcCollection);
        const tags = specifiedTags(input.TagSpecifications, "network-acl");
        if (regionWorld.networkAcls.filter((acl) => acl.VpcId === input.VpcId).length >= ACLS_PER_VPC) {
          throw new AwsError(
            "NetworkAclLimitExceeded",
            "The maximum number of network ACLs for this VPC has been reached.",
          );
        }
        const acl: NetworkAcl = {
          NetworkAclId: ids.id("acl"),
          VpcId: input.VpcId,
          IsDefault: false,
          OwnerId: accountId,
          Associations: [],
          Entries: lastEntries(vpc ?? {}),
          Tags: tags,
        };
        regionWorld.networkAcls.push(acl);
        return acl;
      },
    },
  );
  return { NetworkAcl, ...(input.ClientToken === undefined ? {} : { ClientToken: input.ClientToken }) };
};

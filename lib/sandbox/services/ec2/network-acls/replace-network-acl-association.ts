import type {
  ReplaceNetworkAclAssociationCommandInput,
  ReplaceNetworkAclAssociationCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { getNetworkAcl } from "./network-acl-ids";

/** Puts a subnet under another ACL of its VPC. Asked twice, it changes nothing: "This is an idempotent operation". */
export const replaceNetworkAclAssociation: Handler<
  ReplaceNetworkAclAssociationCommandInput,
  Answer<ReplaceNetworkAclAssociationCommandOutput>
> = ({ regionWorld, ids }, input) => {
  const associationId = input.AssociationId ?? "";
  const isMeant = (association: { NetworkAclAssociationId?: string | undefined }): boolean =>
    association.NetworkAclAssociationId === associationId;
  const from = regionWorld.networkAcls.find((acl) => acl.Associations?.some(isMeant));
  if (from === undefined) {
    throw new AwsError(
      "InvalidAssociationID.NotFound",
      `The association ID '${associationId}' does not exist`,
    );
  }
  const to = getNetworkAcl(regionWorld, input.NetworkAclId ?? "");
  if (to === from) return { NewAssociationId: associationId };
  if (to.VpcId !== from.VpcId) {
    throw new AwsError(
      "InvalidParameterValue",
      "You have specified two resources that belong to different networks.",
    );
  }
  const subnetId = from.Associations?.find(isMeant)?.SubnetId;
  from.Associations = (from.Associations ?? []).filter((association) => !isMeant(association));
  const NewAssociationId = ids.id("aclassoc");
  to.Associations = [
    ...(to.Associations ?? []),
    { NetworkAclAssociationId: NewAssociationId, NetworkAclId: to.NetworkAclId, SubnetId: subnetId },
  ];
  return { NewAssociationId };
};

import type {
  CreateVpcEncryptionControlCommandInput,
  CreateVpcEncryptionControlCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../../aws-error";
import type { Answer, Handler } from "../../../../handler";
import { getKnown } from "../../requests/get-known";
import { specifiedTags } from "../../requests/specified-tags";
import { vpcCollection } from "../../vpcs/describe-vpcs";
import { addEncryptionControl } from "./configure-encryption";

/** Gives a VPC its encryption control, in monitor mode. */
export const createVpcEncryptionControl: Handler<
  CreateVpcEncryptionControlCommandInput,
  Answer<CreateVpcEncryptionControlCommandOutput>
> = (context, input) => {
  const vpc = getKnown(context.regionWorld.vpcs, vpcCollection, input.VpcId, "vpcId");
  const tags = specifiedTags(input.TagSpecifications, "vpc-encryption-control");
  if (vpc.EncryptionControl !== undefined) {
    throw new AwsError(
      "Resource.AlreadyAssociated",
      `The vpc '${vpc.VpcId ?? ""}' already has an encryption control.`,
    );
  }
  return { VpcEncryptionControl: structuredClone(addEncryptionControl(context, vpc, tags)) };
};

import type { ModifyVpcTenancyCommandInput, ModifyVpcTenancyCommandOutput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { getKnown, missingParameter } from "../requests/get-known";
import { vpcCollection } from "./describe-vpcs";

/** "You can change the instance tenancy attribute of a VPC to `default` only" (EC2 API reference). */
export const modifyVpcTenancy: Handler<
  ModifyVpcTenancyCommandInput,
  Answer<ModifyVpcTenancyCommandOutput>
> = ({ regionWorld }, input) => {
  const vpc = getKnown(regionWorld.vpcs, vpcCollection, input.VpcId, "vpcId");
  // The wire carries any text, whatever the SDK's type says.
  const tenancy: string | undefined = input.InstanceTenancy;
  if (tenancy === undefined) throw missingParameter("instanceTenancy");
  if (tenancy !== "default") {
    throw new AwsError("UnsupportedTenancy", `The tenancy value ${tenancy} is not supported.`);
  }
  vpc.InstanceTenancy = "default";
  return { ReturnValue: true };
};

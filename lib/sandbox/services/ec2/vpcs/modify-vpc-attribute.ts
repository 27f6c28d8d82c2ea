import type { ModifyVpcAttributeCommandInput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler } from "../../../handler";
import type { VpcAttributes } from "../../../world/world";
import { getKnown } from "../requests/get-known";
import { vpcCollection } from "./describe-vpcs";

function readChange(input: ModifyVpcAttributeCommandInput): Partial<VpcAttributes> {
  const changes: [keyof VpcAttributes, boolean | undefined][] = [
    ["enableDnsHostnames", input.EnableDnsHostnames?.Value],
    ["enableDnsSupport", input.EnableDnsSupport?.Value],
    ["enableNetworkAddressUsageMetrics", input.EnableNetworkAddressUsageMetrics?.Value],
  ];
  const [change, second] = changes.filter(([, value]) => value !== undefined);
  if (change === undefined) throw new AwsError("InvalidParameterCombination", "No attributes specified.");
  if (second !== undefined) {
    throw new AwsError("InvalidParameterCombination", "Fields for multiple attribute types specified");
  }
  return { [change[0]]: change[1] };
}

/** Changes one attribute. "You can only enable DNS hostnames if you've enabled DNS support" (EC2 API reference). */
export const modifyVpcAttribute: Handler<ModifyVpcAttributeCommandInput, Record<string, never>> = (
  { regionWorld },
  input,
) => {
  const { VpcId: id = "" } = getKnown(regionWorld.vpcs, vpcCollection, input.VpcId, "vpcId");
  const change = readChange(input);
  const attributes = regionWorld.vpcAttributes[id];
  if (attributes === undefined) throw new Error(`VPC ${id} has no attributes.`);
  if (change.enableDnsHostnames === true && !attributes.enableDnsSupport) {
    throw new AwsError(
      "InvalidParameterCombination",
      "DNS hostnames can only be enabled for a VPC whose DNS support is enabled.",
    );
  }
  regionWorld.vpcAttributes[id] = { ...attributes, ...change };
  return {};
};

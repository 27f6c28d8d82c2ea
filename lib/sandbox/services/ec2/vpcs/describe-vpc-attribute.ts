import type {
  DescribeVpcAttributeCommandInput,
  DescribeVpcAttributeCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { getKnown, missingParameter } from "../requests/get-known";
import { vpcCollection } from "./describe-vpcs";

/** One attribute of one VPC. */
export const describeVpcAttribute: Handler<
  DescribeVpcAttributeCommandInput,
  Answer<DescribeVpcAttributeCommandOutput>
> = ({ regionWorld }, input) => {
  const { VpcId: id = "" } = getKnown(regionWorld.vpcs, vpcCollection, input.VpcId, "vpcId");
  const attributes = regionWorld.vpcAttributes[id];
  if (attributes === undefined) throw new Error(`VPC ${id} has no attributes.`);
  switch (input.Attribute) {
    case "enableDnsSupport":
      return { VpcId: id, EnableDnsSupport: { Value: attributes.enableDnsSupport } };
    case "enableDnsHostnames":
      return { VpcId: id, EnableDnsHostnames: { Value: attributes.enableDnsHostnames } };
    case "enableNetworkAddressUsageMetrics":
      return {
        VpcId: id,
        EnableNetworkAddressUsageMetrics: { Value: attributes.enableNetworkAddressUsageMetrics ?? false },
      };
    case undefined:
      throw missingParameter("attribute");
    default:
      // The wire carries any text, whatever the SDK's type says.
      throw new AwsError(
        "InvalidParameterValue",
        `Value (${String(input.Attribute)}) for parameter attribute is invalid. Unknown attribute.`,
      );
  }
};

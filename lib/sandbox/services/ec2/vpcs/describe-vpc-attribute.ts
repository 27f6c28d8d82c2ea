import type {
  DescribeVpcAttributeCommandInput,
  DescribeVpcAttributeCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { idError } from "../describe/pick-by-ids";
import { vpcCollection } from "./describe-vpcs";

/** One attribute of one VPC. */
export const describeVpcAttribute: Handler<
  DescribeVpcAttributeCommandInput,
  Answer<DescribeVpcAttributeCommandOutput>
> = ({ regionWorld }, input) => {
  const id = input.VpcId ?? "";
  const attributes = Object.hasOwn(regionWorld.vpcAttributes, id) ? regionWorld.vpcAttributes[id] : undefined;
  if (attributes === undefined) throw idError(vpcCollection, id);
  switch (input.Attribute) {
    case "enableDnsSupport":
      return { VpcId: id, EnableDnsSupport: { Value: attributes.enableDnsSupport } };
    case "enableDnsHostnames":
      return { VpcId: id, EnableDnsHostnames: { Value: attributes.enableDnsHostnames } };
    case "enableNetworkAddressUsageMetrics":
      return { VpcId: id, EnableNetworkAddressUsageMetrics: { Value: false } };
    case undefined:
      throw new AwsError("MissingParameter", "The request must contain the parameter attribute");
    default:
      // The wire carries any text, whatever the SDK's type says.
      throw new AwsError(
        "InvalidParameterValue",
        `Value (${String(input.Attribute)}) for parameter attribute is invalid. Unknown attribute.`,
      );
  }
};

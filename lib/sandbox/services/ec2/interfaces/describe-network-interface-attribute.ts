import type {
  DescribeNetworkInterfaceAttributeCommandInput,
  DescribeNetworkInterfaceAttributeCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { getNetworkInterface } from "./network-interface-ids";

/** One attribute of one interface. */
export const describeNetworkInterfaceAttribute: Handler<
  DescribeNetworkInterfaceAttributeCommandInput,
  Answer<DescribeNetworkInterfaceAttributeCommandOutput>
> = ({ regionWorld }, input) => {
  const eni = getNetworkInterface(regionWorld, input.NetworkInterfaceId);
  const { NetworkInterfaceId } = eni;
  switch (input.Attribute) {
    case "description":
      return { NetworkInterfaceId, Description: { Value: eni.Description } };
    case "groupSet":
      return { NetworkInterfaceId, Groups: eni.Groups };
    case "sourceDestCheck":
      return { NetworkInterfaceId, SourceDestCheck: { Value: eni.SourceDestCheck } };
    case "attachment":
      return { NetworkInterfaceId, ...(eni.Attachment === undefined ? {} : { Attachment: eni.Attachment }) };
    case "associatePublicIpAddress":
      return { NetworkInterfaceId, AssociatePublicIpAddress: false };
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

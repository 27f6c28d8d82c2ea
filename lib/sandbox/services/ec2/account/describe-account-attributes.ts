import type {
  DescribeAccountAttributesCommandInput,
  DescribeAccountAttributesCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";

/** What a new account has (EC2 API reference: DescribeAccountAttributes). */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  "supported-platforms": "VPC",
  "default-vpc": "none",
  "max-instances": "20",
  "vpc-max-security-groups-per-interface": "5",
  "max-elastic-ips": "5",
  "vpc-max-elastic-ips": "5",
};

export const describeAccountAttributes: Handler<
  DescribeAccountAttributesCommandInput,
  Answer<DescribeAccountAttributesCommandOutput>
> = ({ regionWorld }, input) => {
  const names: readonly string[] = input.AttributeNames ?? [];
  const unknown = names.find((name) => !Object.hasOwn(ATTRIBUTES, name));
  if (unknown !== undefined) {
    throw new AwsError("InvalidParameterValue", `Value (${unknown}) for parameter attributeName is invalid.`);
  }
  const wanted = Object.entries(ATTRIBUTES).filter(([name]) => names.length === 0 || names.includes(name));
  const defaultVpc = regionWorld.vpcs.find((vpc) => vpc.IsDefault === true)?.VpcId;
  return {
    AccountAttributes: wanted.map(([name, value]) => ({
      AttributeName: name,
      AttributeValues: [{ AttributeValue: name === "default-vpc" ? (defaultVpc ?? value) : value }],
    })),
  };
};

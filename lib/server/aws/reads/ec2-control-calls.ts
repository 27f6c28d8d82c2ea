import {
  DescribeVpcBlockPublicAccessExclusionsCommand,
  DescribeVpcBlockPublicAccessOptionsCommand,
  DescribeVpcEncryptionControlsCommand,
} from "@aws-sdk/client-ec2";
import { sendOptions } from "../send-options";
import { regionCall, type AnyRegionCall } from "./region-call";

/** What a region forbids whatever routes and rules allow. `MaxResults` as the EC2 API reference allows. */
export const ec2ControlCalls: readonly AnyRegionCall[] = [
  regionCall("ec2", "DescribeVpcBlockPublicAccessOptions", "VpcBlockPublicAccessOptions", async (scope) => {
    const command = new DescribeVpcBlockPublicAccessOptionsCommand({});
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    const options = page.VpcBlockPublicAccessOptions;
    return { items: options === undefined ? undefined : [options] };
  }),
  regionCall(
    "ec2",
    "DescribeVpcBlockPublicAccessExclusions",
    "VpcBlockPublicAccessExclusions",
    async (scope, NextToken) => {
      const command = new DescribeVpcBlockPublicAccessExclusionsCommand({ MaxResults: 1000, NextToken });
      const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
      return { items: page.VpcBlockPublicAccessExclusions, nextToken: page.NextToken };
    },
  ),
  regionCall("ec2", "DescribeVpcEncryptionControls", "VpcEncryptionControls", async (scope, NextToken) => {
    const command = new DescribeVpcEncryptionControlsCommand({ MaxResults: 1000, NextToken });
    const page = await scope.aws.ec2(scope.region).send(command, sendOptions(scope));
    return { items: page.VpcEncryptionControls, nextToken: page.NextToken };
  }),
];

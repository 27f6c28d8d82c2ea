import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import { AwsError } from "../../../aws-error";
import { resourceNotReady } from "../lambda-errors";

/** Why the last attempt to wake a function failed -> what the next call hears; texts of the SDK's model. */
const CONNECTION_ERRORS: Readonly<Record<string, readonly [code: string, message: string]>> = {
  SubnetOutOfIPAddresses: [
    "SubnetIPAddressLimitReachedException",
    "Lambda couldn't set up VPC access for the Lambda function because one or more configured subnets has no available IP addresses.",
  ],
  EniLimitExceeded: [
    "ENILimitReachedException",
    "Lambda couldn't create an elastic network interface in the VPC, specified as part of Lambda function configuration, because the limit for network interfaces has been reached.",
  ],
  InsufficientRolePermissions: [
    "EC2AccessDeniedException",
    "Need additional permissions to configure VPC settings.",
  ],
  InvalidSubnet: [
    "InvalidSubnetIDException",
    "The subnet ID provided in the Lambda function VPC configuration is not valid.",
  ],
  InvalidSecurityGroup: [
    "InvalidSecurityGroupIDException",
    "The security group ID provided in the Lambda function VPC configuration is not valid.",
  ],
};

/** 502: what a call to a sleeping function hears, which is why it could not be woken before, where that was tried. */
export function asleepError({ StateReasonCode: code }: FunctionConfiguration): AwsError {
  const known = code === undefined ? undefined : CONNECTION_ERRORS[code];
  if (known === undefined) return resourceNotReady();
  return new AwsError(known[0], known[1], { httpStatus: 502, members: { Type: "Service" } });
}

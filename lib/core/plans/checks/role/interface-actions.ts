/**
 * The ec2 actions of AWSLambdaVPCAccessExecutionRole (v3), all needed on `*`. Lambda Developer Guide, "Configuring VPC".
 */
export const interfaceActions = [
  "ec2:CreateNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DeleteNetworkInterface",
  "ec2:AssignPrivateIpAddresses",
  "ec2:UnassignPrivateIpAddresses",
] as const;

/** The one that Lambda tries at once, refusing the update where it is denied. */
export const CREATE_ACTION = "ec2:CreateNetworkInterface";

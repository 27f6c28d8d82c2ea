/** An AWS managed policy that the sandbox knows. */
export interface ManagedPolicy {
  policyName: string;
  policyArn: string;
  policyId: string;
  path: string;
  defaultVersionId: string;
  createdAt: Date;
  updatedAt: Date;
  document: string;
}

function document(actions: readonly string[]): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }],
  });
}

const LOGS = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"];

/** Documents after the AWS Managed Policy Reference; dates of their current versions. */
export const MANAGED_POLICIES: readonly ManagedPolicy[] = [
  {
    policyName: "AWSLambdaBasicExecutionRole",
    policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
    policyId: "ANPAJNCQGXC42545SKXIK",
    path: "/service-role/",
    defaultVersionId: "v1",
    createdAt: new Date("2015-04-09T15:03:43Z"),
    updatedAt: new Date("2015-04-09T15:03:43Z"),
    document: document(LOGS),
  },
  {
    policyName: "AWSLambdaVPCAccessExecutionRole",
    policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole",
    policyId: "ANPAJVTME3YLVNL72YR2K",
    path: "/service-role/",
    defaultVersionId: "v3",
    createdAt: new Date("2016-02-11T23:15:26Z"),
    updatedAt: new Date("2024-01-05T22:38:00Z"),
    document: document([
      ...LOGS,
      "ec2:CreateNetworkInterface",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeSubnets",
      "ec2:DeleteNetworkInterface",
      "ec2:AssignPrivateIpAddresses",
      "ec2:UnassignPrivateIpAddresses",
    ]),
  },
  {
    policyName: "AWSLambdaENIManagementAccess",
    policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaENIManagementAccess",
    policyId: "ANPAJXAW2Q3KPTURUT2QC",
    path: "/service-role/",
    defaultVersionId: "v2",
    createdAt: new Date("2016-12-06T00:37:27Z"),
    updatedAt: new Date("2020-10-01T20:07:51Z"),
    document: document([
      "ec2:CreateNetworkInterface",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DeleteNetworkInterface",
      "ec2:AssignPrivateIpAddresses",
      "ec2:UnassignPrivateIpAddresses",
    ]),
  },
];

/** The policy with this ARN, where the sandbox knows it. */
export function findManagedPolicy(policyArn: string): ManagedPolicy | undefined {
  return MANAGED_POLICIES.find((policy) => policy.policyArn === policyArn);
}

/** What usually causes an error of AWS's, and what to do about it. */
export interface AwsErrorExplanation {
  cause: string;
  nextStep: string;
  missingPermission?: string;
}

interface Entry extends AwsErrorExplanation {
  code: string;
  /** Where one code has several causes: what the message says. */
  message?: RegExp;
}

/** Lambda's refusals of a change, by code and message as recorded from AWS; the first that matches. */
const entries: readonly Entry[] = [
  {
    code: "InvalidParameterValueException",
    message: /permissions to call CreateNetworkInterface/,
    cause:
      "The function's execution role may not create network interfaces (a policy of the organisation may forbid it too).",
    nextStep: "Attach AWSLambdaVPCAccessExecutionRole to the role, wait a few seconds, then try again.",
    missingPermission: "ec2:CreateNetworkInterface",
  },
  {
    code: "InvalidParameterValueException",
    message: /cannot be assumed by Lambda/,
    cause: "The role does not exist, does not trust lambda.amazonaws.com, or was made a moment ago.",
    nextStep: "Check the role's trust policy; of a new role, wait a few seconds, then try again.",
  },
  {
    code: "InvalidParameterValueException",
    message: /required to be in the same VPC/,
    cause: "A security group belongs to another VPC than the subnets.",
    nextStep: "Plan again with security groups of the subnets' VPC.",
  },
  {
    code: "InvalidParameterValueException",
    message: /InvalidGroup\.NotFound/,
    cause: "A chosen security group does not exist any more.",
    nextStep: "Plan again with security groups that exist.",
  },
  {
    code: "InvalidParameterValueException",
    message: /InvalidSubnetID\.NotFound/,
    cause: "A chosen subnet does not exist any more.",
    nextStep: "Plan again with subnets that exist.",
  },
  {
    code: "InvalidParameterValueException",
    message: /HyperPlane ENIs/i,
    cause: "The quota of Lambda network interfaces is used up.",
    nextStep: "Let functions share subnets and security groups, or raise the quota in Service Quotas.",
  },
  {
    code: "InvalidParameterValueException",
    message: /availability zone Lambda doesn't support/,
    cause: "A chosen subnet is in a zone where Lambda does not run.",
    nextStep: "Plan again with other subnets.",
  },
  {
    code: "InvalidParameterValueException",
    cause: "AWS found a setting that it does not accept.",
    nextStep: "Read AWS's message, correct what it names, then plan again.",
  },
  {
    code: "ResourceConflictException",
    message: /already exist/,
    cause: "A function of this name exists already.",
    nextStep: "Choose another name.",
  },
  {
    code: "ResourceConflictException",
    cause: "Another change of the function is still being carried out.",
    nextStep: "Wait until it has ended, then try again.",
  },
  {
    code: "PreconditionFailedException",
    cause: "Somebody else changed the function meanwhile.",
    nextStep: "Look at what changed, then plan again.",
  },
  {
    code: "ResourceNotFoundException",
    cause: "The function does not exist any more.",
    nextStep: "Refresh the list of functions.",
  },
  {
    code: "CodeStorageExceededException",
    cause: "The account's storage for function code is full.",
    nextStep: "Delete versions that are not needed, or raise the quota.",
  },
  {
    code: "RequestEntityTooLargeException",
    cause: "The zip is larger than AWS takes directly (50 MB).",
    nextStep: "Put the zip in S3 and name bucket and key.",
  },
];

/** The explanation of an AWS error; undefined where nothing is known about it. */
export function findAwsErrorExplanation(code: string, message: string): AwsErrorExplanation | undefined {
  const entry = entries.find((one) => one.code === code && (one.message?.test(message) ?? true));
  if (entry === undefined) return undefined;
  const { cause, nextStep, missingPermission } = entry;
  return { cause, nextStep, ...(missingPermission === undefined ? {} : { missingPermission }) };
}

import type { AwsError } from "../../aws-error";
import type { AccessQuestion } from "../../services/iam/evaluation/evaluate-policies";
import { denialSentence, findDenial, type Denial } from "../../services/iam/evaluation/find-denial";
import { callerKeys } from "../../services/iam/evaluation/caller-context";
import { encodeAuthorizationMessage } from "../../services/sts/authorization-message";
import { accessDenied } from "../general-errors";
import type { ErrorStyle } from "../service";
import type { AuthorizedCall, RightsOf } from "./authorized-call";
import { ec2Rights } from "./ec2-rights";
import { iamRights } from "./iam-rights";
import { lambdaRights } from "./lambda-rights";
import { stsRights } from "./sts-rights";

const RIGHTS: Readonly<Record<string, RightsOf>> = {
  ec2: ec2Rights,
  iam: iamRights,
  lambda: lambdaRights,
  sts: stsRights,
};

/** Of a service whose resources the sandbox's policies do not tell apart. */
const plainRights: RightsOf = ({ serviceName, operation }) => [
  { action: `${serviceName}:${operation}`, resource: "*" },
];

/** Reads of EC2 have no resource to name and no message to decode. */
function ec2Sentence(call: AuthorizedCall, question: AccessQuestion, denial: Denial): string {
  const prefix = "You are not authorized to perform this operation.";
  if (question.resource === "*") {
    return `${prefix} User: ${call.caller.arn} is not authorized to perform: ${question.action} ${denial.because}`;
  }
  const encoded = encodeAuthorizationMessage(call.caller, {
    ...question,
    isExplicit: denial.isExplicit,
    context: { ...callerKeys(call), ...question.context },
  });
  return `${prefix} ${denialSentence(call.caller.arn, question, denial)}. Encoded authorization failure message: ${encoded}`;
}

function toError(
  call: AuthorizedCall & { errorStyle: ErrorStyle },
  question: AccessQuestion,
  denial: Denial,
): AwsError {
  const sentence =
    call.errorStyle === "ec2"
      ? ec2Sentence(call, question, denial)
      : denialSentence(call.caller.arn, question, denial);
  return accessDenied(call.errorStyle, sentence);
}

/** Throws the protocol's denial where a fault or the caller's policies deny the operation. */
export function authorize(call: AuthorizedCall & { errorStyle: ErrorStyle }): void {
  const rights = Object.hasOwn(RIGHTS, call.serviceName) ? RIGHTS[call.serviceName] : undefined;
  for (const question of (rights ?? plainRights)(call)) {
    const denial = findDenial(call, question);
    if (denial !== undefined) throw toError(call, question, denial);
  }
}

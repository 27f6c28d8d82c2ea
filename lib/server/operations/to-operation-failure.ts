import { findAwsErrorExplanation } from "@/lib/core/operations/explain-aws-error";
import type { OperationFailure } from "@/lib/core/operations/operation";
import { findReasonCode } from "@/lib/core/operations/reason-codes";
import type { AwsFailure } from "../aws/errors/aws-failure";
import { causeOf } from "../aws/errors/cause-of";
import { nextStepOf } from "../aws/errors/next-step-of";

/** What AWS answered to a call, as an operation keeps it. */
export function toOperationFailure(failure: AwsFailure): OperationFailure {
  const explanation = findAwsErrorExplanation(failure.code, failure.message);
  const missingPermission = failure.missingPermission ?? explanation?.missingPermission;
  return {
    code: failure.code,
    message: failure.message,
    cause: explanation?.cause ?? causeOf(failure),
    nextStep: explanation?.nextStep ?? nextStepOf(failure),
    ...(missingPermission === undefined ? {} : { missingPermission }),
  };
}

const readMessage = "Read AWS's message, correct what it names, then try again.";
const lookThere = "Look at the function in AWS's console, then try again.";

/** What AWS says of a change that it accepted and then could not carry out. */
export function toStateFailure(
  code: string | null | undefined,
  reason: string | null | undefined,
): OperationFailure {
  const text = code ? findReasonCode(code) : undefined;
  return {
    code: code ?? "Failed",
    message: reason ?? "AWS gave no reason.",
    cause: text?.cause ?? "AWS accepted the change and then could not carry it out.",
    nextStep: text?.nextStep ?? (reason ? readMessage : lookThere),
    ...(code === "InsufficientRolePermissions" ? { missingPermission: "ec2:CreateNetworkInterface" } : {}),
  };
}

import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import { isSameAttachment, normalizeVpcConfig, type Attachment } from "@/lib/core/network/vpc-config";
import { updateFunctionConfiguration } from "../../aws/lambda";
import { scopeOf } from "../observe-function";
import type { OperationSession } from "../operation-session";
import { carryOutWrite, type WriteDecision } from "./carry-out-write";
import type { StepExecutor } from "./step-executor";

/** Sets the VPC settings that the plan asks for. */
export const updateFunctionConfigurationStep: StepExecutor = (session, stepId) => {
  const { target, previous } = session.record.document.change;
  return setVpcConfig(session, stepId, { wanted: target, expected: previous });
};

/** Puts the VPC settings back that the function had before. */
export const restoreFunctionConfigurationStep: StepExecutor = (session, stepId) => {
  const { target, previous } = session.record.document.change;
  return setVpcConfig(session, stepId, { wanted: previous, expected: target });
};

function setVpcConfig(
  session: OperationSession,
  stepId: string,
  settings: { wanted: Attachment | null; expected: Attachment | null },
) {
  return carryOutWrite(session, stepId, {
    decide: (configuration) => decide(configuration, settings),
    send: async (configuration) => {
      const { wanted } = settings;
      return updateFunctionConfiguration(scopeOf(session), {
        FunctionName: configuration?.FunctionArn ?? session.record.functionName,
        VpcConfig: toVpcConfig(wanted),
        // Only where nothing changed since the reading a moment ago; some endpoints have no revisions.
        ...(configuration?.RevisionId ? { RevisionId: configuration.RevisionId } : {}),
      });
    },
  });
}

/** The whole of it, always: what AWS makes of an absent IPv6 flag is not documented. */
export function toVpcConfig(attachment: Attachment | null) {
  return {
    SubnetIds: attachment?.subnetIds ?? [],
    SecurityGroupIds: attachment?.securityGroupIds ?? [],
    Ipv6AllowedForDualStack: attachment?.ipv6AllowedForDualStack ?? false,
  };
}

function decide(
  configuration: FunctionConfiguration | null,
  { wanted, expected }: { wanted: Attachment | null; expected: Attachment | null },
): WriteDecision {
  if (configuration === null) {
    return {
      status: "failed",
      error: {
        code: "ResourceNotFoundException",
        message: "The function does not exist any more.",
        nextStep: "Refresh the list of functions.",
      },
    };
  }
  const found = normalizeVpcConfig(configuration.VpcConfig);
  if (isSameAttachment(found, wanted)) return { status: "done" };
  if (isSameAttachment(found, expected)) return { status: "send" };
  return {
    status: "failed",
    error: {
      code: "StalePlan",
      message: "The function's VPC settings are neither what they were nor what was asked for.",
      cause: "Somebody else changed them meanwhile; overwriting that would lose their change.",
      nextStep: "Look at the function as it is now, then plan again.",
    },
  };
}

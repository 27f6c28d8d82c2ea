import type { CreateFunctionCommandInput, FunctionConfiguration } from "@aws-sdk/client-lambda";
import { isSameAttachment, normalizeVpcConfig } from "@/lib/core/network/vpc-config";
import { createFunction, deleteFunction } from "../../aws/lambda";
import { findPlanCode } from "../../store/plan-store/plan-code";
import type { OperationChange } from "../../store/operation-store/operation-document";
import { scopeOf } from "../observe-function";
import type { OperationSession } from "../operation-session";
import { buildSampleCode } from "../sample-code";
import { carryOutWrite, type WriteDecision } from "./carry-out-write";
import type { StepExecutor } from "./step-executor";
import { toVpcConfig } from "./update-function-configuration";

const RECREATE_POLL_MS = 500;

/** Creates the function. CreateFunction has no client token, so one that is there is compared with what was asked for. */
export const createFunctionStep: StepExecutor = (session, stepId) =>
  carryOutWrite(session, stepId, {
    decide: (configuration) => decide(session, stepId, configuration),
    send: async () => createFunction(scopeOf(session), await toInput(session)),
  });

async function decide(
  session: OperationSession,
  stepId: string,
  configuration: FunctionConfiguration | null,
): Promise<WriteDecision> {
  if (configuration === null) return { status: "send" };
  // A state was recorded: AWS answered an earlier try of this operation, so the function is ours.
  const isOurs = (await session.findLastTransition()) !== undefined;
  const wasSent = session.state.steps.some(({ id, sentAt }) => id === stepId && sentAt !== null);
  if (isOurs && configuration.State === "Failed") {
    await deleteFunction(scopeOf(session), { FunctionName: session.record.functionName });
    return { status: "wait", ms: RECREATE_POLL_MS };
  }
  if ((isOurs || wasSent) && isAsAsked(configuration, session.record.document.change))
    return { status: "done" };
  return {
    status: "failed",
    error: {
      code: "ResourceConflictException",
      message: `Function already exist: ${session.record.functionName}`,
      cause: "A function of this name exists already.",
      nextStep: "Choose another name.",
    },
  };
}

function isAsAsked(found: FunctionConfiguration, { create, target }: OperationChange): boolean {
  return (
    create !== null &&
    found.Role === create.roleArn &&
    (found.Runtime ?? undefined) === create.runtime &&
    (found.Handler || undefined) === create.handler &&
    isSameAttachment(normalizeVpcConfig(found.VpcConfig), target)
  );
}

async function toInput(session: OperationSession): Promise<CreateFunctionCommandInput> {
  const { create, target } = session.record.document.change;
  if (create === null) throw new Error("The operation does not say what function to create.");
  return {
    FunctionName: create.functionName,
    Role: create.roleArn,
    ...(create.runtime === undefined
      ? {}
      : { Runtime: create.runtime as NonNullable<CreateFunctionCommandInput["Runtime"]> }),
    ...(create.handler === undefined ? {} : { Handler: create.handler }),
    ...(create.architecture === undefined ? {} : { Architectures: [create.architecture] }),
    ...("imageUri" in create.code ? { PackageType: "Image" as const } : {}),
    Code: await toCode(session, create.code),
    ...(target === null ? {} : { VpcConfig: toVpcConfig(target) }),
  };
}

async function toCode(
  session: OperationSession,
  code: NonNullable<OperationChange["create"]>["code"],
): Promise<NonNullable<CreateFunctionCommandInput["Code"]>> {
  if ("s3" in code) return { S3Bucket: code.s3.bucket, S3Key: code.s3.key };
  if ("imageUri" in code) return { ImageUri: code.imageUri };
  if ("sample" in code) return { ZipFile: buildSampleCode() };
  const zip = await findPlanCode(session.ctx.database.db, session.record.planId);
  if (zip === undefined) throw new Error("The plan's code is not kept any more.");
  return { ZipFile: zip };
}

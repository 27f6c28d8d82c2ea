import type { CreateFunctionRequest, FunctionConfiguration, VpcConfigResponse } from "@aws-sdk/client-lambda";
import type { Handler, HandlerContext } from "../../../handler";
import type { LambdaFunction } from "../../../world/world";
import { invalidParameterValue, resourceConflict } from "../lambda-errors";
import { provision } from "../lifecycle/provision";
import { PENDING_CREATION } from "../lifecycle/state-members";
import { findFunction, LATEST } from "../names/get-function-version";
import { parseFunctionName } from "../names/parse-function-name";
import { checkTags } from "../tags/check-tags";
import { checkMayPassRole } from "../validation/check-caller-rights";
import { checkExecutionRole } from "../validation/check-execution-role";
import { checkCreateShape } from "../validation/check-request-shape";
import { checkEnvironment, checkRuntime } from "../validation/check-runtime";
import { resolveVpcConfig } from "../validation/resolve-vpc-config";
import { addVersion } from "../versions/add-version";
import { readCode, type ReadCode } from "./read-code";
import { toAnswer } from "./to-answer";
import { toConfigurationChanges, toLastModified, withoutUndefined } from "./to-configuration-changes";

/** Answers `Pending` at once; the function settles in the background. With `Publish`, answers version 1 instead. */
export const createFunction: Handler<CreateFunctionRequest, FunctionConfiguration> = (context, input) => {
  const { functionName, functionArn } = parseFunctionName(context, input);
  checkCreateShape(input, functionName);
  checkMayPassRole(context, input.Role ?? "");
  checkPackage(input);
  checkRuntime(input.Runtime);
  checkEnvironment(input.Environment);
  checkTags(input.Tags ?? {});
  const packageType = input.PackageType ?? "Zip";
  const code = readCode(input.Code ?? {}, { packageType, functionArn, region: context.region });
  const vpcConfig = resolveRequestedVpc(context, input);
  const isInVpc = vpcConfig !== undefined;
  checkExecutionRole(context.world, input.Role ?? "", { isInVpc });
  if (findFunction(context.regionWorld, functionName) !== undefined) {
    throw resourceConflict(`Function already exist: ${functionName}`);
  }

  const at = context.clock.now();
  const fn: LambdaFunction = {
    versions: [toConfiguration(context, input, { functionName, functionArn, code, vpcConfig })],
    tags: { ...input.Tags },
    codeLocation: code.codeLocation,
    lastInvokedAt: at,
  };
  context.regionWorld.functions.push(fn);
  const published = input.Publish === true ? [addVersion(context, fn, { members: PENDING_CREATION })] : [];
  const configurations = [...fn.versions.slice(0, 1), ...published];
  for (const configuration of configurations) {
    provision(context, {
      functionArn,
      configuration,
      phase: "create",
      isConnectionChanged: isInVpc,
      at,
    });
  }
  return toAnswer(configurations.at(-1));
};

/** Both lists empty means no VPC: a function that never was in one has no `VpcConfig` at all. */
function resolveRequestedVpc(
  context: HandlerContext,
  input: CreateFunctionRequest,
): VpcConfigResponse | undefined {
  if (input.VpcConfig === undefined) return undefined;
  const resolved = resolveVpcConfig(context, input.VpcConfig);
  return resolved.VpcId === "" ? undefined : resolved;
}

function checkPackage(input: CreateFunctionRequest): void {
  if (input.PackageType === "Image") {
    if (input.Runtime === undefined && input.Handler === undefined) return;
    throw invalidParameterValue(
      "Runtime and Handler are not supported parameters for functions created with container images.",
    );
  }
  if (input.Runtime === undefined || input.Handler === undefined) {
    throw invalidParameterValue(
      "Runtime and Handler are mandatory parameters for functions created with deployment packages.",
    );
  }
}

function toConfiguration(
  context: HandlerContext,
  input: CreateFunctionRequest,
  facts: {
    functionName: string;
    functionArn: string;
    code: ReadCode;
    vpcConfig: VpcConfigResponse | undefined;
  },
): FunctionConfiguration {
  const { functionName, functionArn, code, vpcConfig } = facts;
  return withoutUndefined<FunctionConfiguration>({
    FunctionName: functionName,
    FunctionArn: functionArn,
    Description: "",
    Timeout: 3,
    MemorySize: 128,
    EphemeralStorage: { Size: 512 },
    Architectures: input.Architectures ?? ["x86_64"],
    PackageType: input.PackageType ?? "Zip",
    TracingConfig: { Mode: "PassThrough" },
    SnapStart: { ApplyOn: "None", OptimizationStatus: "Off" },
    LoggingConfig: { LogFormat: "Text", LogGroup: `/aws/lambda/${functionName}` },
    ...toConfigurationChanges(input, { region: context.region, functionName }),
    ...code.configuration,
    VpcConfig: vpcConfig,
    Version: LATEST,
    LastModified: toLastModified(context.clock.now()),
    RevisionId: context.ids.uuid(),
    ...PENDING_CREATION,
  });
}

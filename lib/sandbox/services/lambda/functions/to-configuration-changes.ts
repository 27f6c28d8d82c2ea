import { createHash } from "node:crypto";
import type { FunctionConfiguration, UpdateFunctionConfigurationRequest } from "@aws-sdk/client-lambda";

type RequestedMembers = Omit<UpdateFunctionConfigurationRequest, "FunctionName" | "RevisionId" | "VpcConfig">;

/**
 * The members of a configuration that a request sets, in the shape that answers have; what the request leaves out is
 * absent, since both create and update are partial. `VpcConfig` needs the world: see `resolveVpcConfig`.
 */
export function toConfigurationChanges(
  request: RequestedMembers,
  place: { region: string; functionName: string },
): FunctionConfiguration {
  const { Environment, ImageConfig, Layers, LoggingConfig, Runtime, SnapStart } = request;
  return withoutUndefined({
    Role: request.Role,
    Handler: request.Handler,
    Description: request.Description,
    Timeout: request.Timeout,
    MemorySize: request.MemorySize,
    DeadLetterConfig: request.DeadLetterConfig,
    KMSKeyArn: request.KMSKeyArn,
    TracingConfig: request.TracingConfig,
    FileSystemConfigs: request.FileSystemConfigs,
    EphemeralStorage: request.EphemeralStorage,
    Environment: Environment && { Variables: Environment.Variables ?? {} },
    ImageConfigResponse: ImageConfig && { ImageConfig },
    Layers: Layers?.map((layerArn) => ({ Arn: layerArn })),
    LoggingConfig: LoggingConfig && {
      LogFormat: "Text",
      LogGroup: `/aws/lambda/${place.functionName}`,
      ...LoggingConfig,
    },
    Runtime,
    RuntimeVersionConfig: Runtime && { RuntimeVersionArn: toRuntimeVersionArn(Runtime, place.region) },
    SnapStart: SnapStart && { ApplyOn: SnapStart.ApplyOn, OptimizationStatus: "Off" },
  });
}

/** The same without members that are undefined: on AWS what is not set is absent. */
export function withoutUndefined<T extends object>(value: T): T {
  for (const key of Object.keys(value)) {
    if (Reflect.get(value, key) === undefined) Reflect.deleteProperty(value, key);
  }
  return value;
}

/** `2026-11-21T12:34:56.000+0000`, as Lambda writes times. */
export function toLastModified(atMs: number): string {
  return new Date(atMs).toISOString().replace("Z", "+0000");
}

/** AWS's hash is of the runtime's image; here of its name. */
function toRuntimeVersionArn(runtime: string, region: string): string {
  return `arn:aws:lambda:${region}::runtime:${createHash("sha256").update(runtime).digest("hex")}`;
}

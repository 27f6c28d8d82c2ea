import { createHash } from "node:crypto";
import type { FunctionConfiguration, Runtime, VpcConfigResponse } from "@aws-sdk/client-lambda";
import { ensureLambdaInterfaces } from "../../lambda-interfaces/ensure-lambda-interfaces";
import type { LambdaFunction } from "../../world/world";
import type { BuiltSecurityGroup } from "./add-security-group";
import type { BuiltSubnet } from "./add-subnet";
import type { Builder } from "./builder";

/** A distinct (subnets, groups): functions with the same one share their interfaces. */
export interface ConnectionSpec {
  subnets: readonly BuiltSubnet[];
  groups: readonly BuiltSecurityGroup[];
  /** Default false. */
  ipv6AllowedForDualStack?: boolean;
}

export interface FunctionSpec {
  name: string;
  description: string;
  roleArn: string;
  runtime?: Runtime;
  connection?: ConnectionSpec;
  tags?: Readonly<Record<string, string>>;
  /** How long ago it ran last. */
  idleDays?: number;
  /** Members that differ from those of a function that is ready, such as `State`. */
  state?: Partial<FunctionConfiguration>;
}

const DAY_MS = 86_400_000;
const LAST_MODIFIED = "2026-10-05T07:41:12.000+0000";

/** The configuration's `VpcConfig`, in the shape that AWS answers. */
export function toVpcConfig(connection: ConnectionSpec): VpcConfigResponse {
  return {
    SubnetIds: connection.subnets.map((subnet) => subnet.subnetId),
    SecurityGroupIds: connection.groups.map((group) => group.groupId),
    VpcId: connection.subnets[0]?.vpcId ?? "",
    Ipv6AllowedForDualStack: connection.ipv6AllowedForDualStack ?? false,
  };
}

function toConfiguration(builder: Builder, spec: FunctionSpec): FunctionConfiguration {
  const { regionWorld, ids } = builder;
  const runtime = spec.runtime ?? "nodejs22.x";
  const hash = createHash("sha256").update(spec.name);
  return {
    FunctionName: spec.name,
    FunctionArn: `arn:aws:lambda:${regionWorld.region}:${regionWorld.accountId}:function:${spec.name}`,
    Description: spec.description,
    Role: spec.roleArn,
    Runtime: runtime,
    Handler: runtime.startsWith("python") ? "app.handler" : "index.handler",
    CodeSize: 3_000 + spec.name.length * 977,
    CodeSha256: hash.digest("base64"),
    Timeout: 30,
    MemorySize: 256,
    EphemeralStorage: { Size: 512 },
    Architectures: ["arm64"],
    PackageType: "Zip",
    TracingConfig: { Mode: "PassThrough" },
    SnapStart: { ApplyOn: "None", OptimizationStatus: "Off" },
    LoggingConfig: { LogFormat: "Text", LogGroup: `/aws/lambda/${spec.name}` },
    LastModified: LAST_MODIFIED,
    RevisionId: ids.uuid(),
    Version: "$LATEST",
    ...(spec.connection === undefined ? {} : { VpcConfig: toVpcConfig(spec.connection) }),
    State: "Active",
    LastUpdateStatus: "Successful",
    ...spec.state,
  };
}

/** A function in the middle of nothing: settled, with the interfaces that its state calls for. */
export function addFunction(builder: Builder, spec: FunctionSpec): LambdaFunction {
  const lastInvokedAt = builder.clock.now() - (spec.idleDays ?? 0) * DAY_MS;
  const configuration = toConfiguration(builder, spec);
  const fn: LambdaFunction = {
    versions: [configuration],
    tags: { ...spec.tags },
    codeLocation: {
      repositoryType: "S3",
      location: `https://awslambda-${builder.regionWorld.region}-tasks.s3.amazonaws.com/${spec.name}`,
    },
    lastInvokedAt,
    traffic: {
      perMinute: 1 + (spec.name.length % 9),
      ...(spec.idleDays === undefined ? {} : { until: lastInvokedAt }),
    },
  };
  builder.regionWorld.functions.push(fn);
  if (spec.connection !== undefined && configuration.State === "Active") {
    ensureConnection(builder, spec.name, spec.connection, lastInvokedAt);
  }
  return fn;
}

function ensureConnection(
  builder: Builder,
  functionName: string,
  connection: ConnectionSpec,
  lastInvokedAt: number,
): void {
  ensureLambdaInterfaces(builder, {
    functionName,
    subnetIds: connection.subnets.map((subnet) => subnet.subnetId),
    securityGroupIds: connection.groups.map((group) => group.groupId),
    ipv6AllowedForDualStack: connection.ipv6AllowedForDualStack ?? false,
    lastInvokedAt,
  });
}

/** Publishes the function as it was with another connection: the version keeps, and pins, that one's interfaces. */
export function addPublishedVersion(
  builder: Builder,
  fn: LambdaFunction,
  { version, connection }: { version: string; connection: ConnectionSpec },
): void {
  const [latest] = fn.versions;
  if (latest?.FunctionName === undefined) throw new Error("A function has a $LATEST version.");
  ensureConnection(builder, latest.FunctionName, connection, fn.lastInvokedAt);
  fn.versions.push({
    ...latest,
    FunctionArn: `${latest.FunctionArn ?? ""}:${version}`,
    Version: version,
    RevisionId: builder.ids.uuid(),
    LastModified: "2025-06-30T16:02:44.000+0000",
    VpcConfig: toVpcConfig(connection),
  });
}

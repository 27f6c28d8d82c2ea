import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import { createLambdaInterface } from "../../../lambda-interfaces/create-lambda-interface";
import { findLambdaInterface } from "../../../lambda-interfaces/find-lambda-interface";
import { toInterfacePairs } from "../../../lambda-interfaces/interface-key";
import { releaseLambdaInterfaces } from "../../../lambda-interfaces/release-lambda-interfaces";
import { watchIdleness } from "../../../lambda-interfaces/watch-idleness";
import { scheduleEvent, type SettleContext, type Settlers } from "../../../world/settle-world";
import type { LambdaFunction, ScheduledEvent } from "../../../world/world";
import { enforcesEncryption } from "../../ec2/account/encryption-controls/refuse-unencrypted";
import { roleAllows } from "../../iam/evaluation/role-allows";
import { findFunctionByArn, findVersion } from "../names/get-function-version";
import { failProvision, type ProvisionFailure } from "./fail-provision";
import { putIdleFunctionToSleep } from "./put-idle-function-to-sleep";
import type { ProvisionPhase } from "./provision";
import { markActive, markReady, markUpdated } from "./state-members";

/** What happens to a function by itself: its interfaces are built, its state settles, it falls asleep. */
export const functionSettlers: Settlers = {
  "lambda-interface-build": (context, event) => {
    const work = findWork(context, event);
    if (work !== undefined) buildInterface(context, event, work);
  },
  "lambda-settle": (context, event) => {
    const work = findWork(context, event);
    if (work !== undefined) settleFunction(context, event, work);
  },
  "lambda-idle": putIdleFunctionToSleep,
};

interface Work {
  fn: LambdaFunction;
  configuration: FunctionConfiguration;
  phase: ProvisionPhase;
  attempt: string;
}

/** What an event works at; undefined when the function or version is gone. */
function findWork(context: SettleContext, event: ScheduledEvent): Work | undefined {
  const fn = findFunctionByArn(context.regionWorld, event.subject);
  const configuration = fn && findVersion(fn, String(event.data?.["version"]));
  const phase = event.data?.["phase"];
  if (fn === undefined || configuration === undefined) return undefined;
  if (phase !== "create" && phase !== "update" && phase !== "restore") return undefined;
  return { fn, configuration, phase, attempt: String(event.data?.["attempt"]) };
}

function buildInterface(context: SettleContext, event: ScheduledEvent, work: Work): void {
  const { configuration } = work;
  const groupIds = event.data?.["securityGroupIds"];
  const pair = {
    subnetId: String(event.data?.["subnetId"]),
    securityGroupIds: Array.isArray(groupIds) ? groupIds : [],
  };
  // Another function with the same connection may have come first.
  if (findLambdaInterface(context.regionWorld, pair) !== undefined) return;
  const refusal = findRefusal(context, configuration);
  const outcome =
    refusal === undefined
      ? createLambdaInterface(context, {
          ...pair,
          functionName: configuration.FunctionName ?? "",
          ipv6AllowedForDualStack: configuration.VpcConfig?.Ipv6AllowedForDualStack ?? false,
        })
      : { status: "failed" as const, code: refusal };
  if (outcome.status === "failed") {
    failProvision(context, { ...work, code: outcome.code });
    return;
  }
  scheduleEvent(context.world, {
    kind: "lambda-interface-attached",
    accountId: event.accountId,
    region: event.region,
    subject: outcome.networkInterface.NetworkInterfaceId ?? "",
    dueAt: context.now + Number(event.data?.["pendingMs"] ?? 0),
  });
}

/** What changed since the request was accepted: the role may have lost its rights, the VPC may have closed itself. */
function findRefusal(
  context: SettleContext,
  configuration: FunctionConfiguration,
): ProvisionFailure | undefined {
  if (!roleAllows(context.world, configuration.Role ?? "", "ec2:CreateNetworkInterface")) {
    return "InsufficientRolePermissions";
  }
  const vpcId = configuration.VpcConfig?.VpcId;
  const vpc = context.regionWorld.vpcs.find((candidate) => candidate.VpcId === vpcId);
  return enforcesEncryption(vpc, "Lambda") ? "DisallowedByVpcEncryptionControl" : undefined;
}

function settleFunction(context: SettleContext, event: ScheduledEvent, work: Work): void {
  const { fn, configuration } = work;
  switch (work.phase) {
    case "create":
    case "restore":
      markReady(configuration);
      break;
    case "update":
      markUpdated(configuration);
      // A redeployed function is awake again: "redeploy your function to restore it" (functions-states).
      if (configuration.State === "Inactive") markActive(configuration);
      releaseFormerConnection(context, fn);
      break;
  }
  // AWS changes the revision again when the background phase ends (LocalStack's recording of test_vpc_config).
  configuration.RevisionId = context.ids.uuid();
  if (toInterfacePairs(configuration.VpcConfig).length > 0) {
    watchIdleness(context, { functionArn: event.subject, lastInvokedAt: context.now });
  }
}

function releaseFormerConnection(context: SettleContext, fn: LambdaFunction): void {
  const { serving } = fn;
  delete fn.serving;
  releaseLambdaInterfaces(context, {
    pairs: toInterfacePairs(serving?.VpcConfig),
    roleArn: fn.versions[0]?.Role ?? "",
    at: context.now,
  });
}

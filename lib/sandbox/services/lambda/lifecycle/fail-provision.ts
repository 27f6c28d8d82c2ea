import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import { cancelEvents } from "../../../lambda-interfaces/cancel-events";
import type { InterfaceFailure } from "../../../lambda-interfaces/create-lambda-interface";
import { toInterfacePairs } from "../../../lambda-interfaces/interface-key";
import { releaseLambdaInterfaces } from "../../../lambda-interfaces/release-lambda-interfaces";
import type { SettleContext } from "../../../world/settle-world";
import type { LambdaFunction } from "../../../world/world";
import type { ProvisionPhase } from "./provision";

export type ProvisionFailure =
  InterfaceFailure | "InsufficientRolePermissions" | "DisallowedByVpcEncryptionControl";

/** AWS leaves the wording open; the first two follow its invoke errors, the third its validation message. */
const REASONS: Record<ProvisionFailure, string> = {
  SubnetOutOfIPAddresses:
    "Lambda was not able to set up VPC access for the Lambda function because one or more configured subnets has no available IP addresses.",
  EniLimitExceeded:
    "Lambda couldn't create an elastic network interface in the VPC, specified as part of Lambda function configuration, because the limit for network interfaces has been reached.",
  InsufficientRolePermissions:
    "The provided execution role does not have permissions to call CreateNetworkInterface on EC2",
  InvalidSubnet: "A subnet of the function's VPC configuration does not exist.",
  InvalidSecurityGroup: "A security group of the function's VPC configuration does not exist.",
  DisallowedByVpcEncryptionControl: "The VPC enforces encryption in transit and has no exclusion for Lambda.",
};

/**
 * Ends a background phase badly. A new function is `Failed` for good; an update leaves the function `Active` and puts
 * what served before back; a sleeping function sleeps on, with the reason (Lambda Developer Guide: functions-states).
 * Interfaces that were made for nothing are let go.
 */
export function failProvision(
  context: SettleContext,
  failed: {
    fn: LambdaFunction;
    configuration: FunctionConfiguration;
    phase: ProvisionPhase;
    attempt: string;
    code: ProvisionFailure;
  },
): void {
  const { fn, configuration, code } = failed;
  cancelEvents(context.world, (event) => event.data?.["attempt"] === failed.attempt);
  const pairs = toInterfacePairs(configuration.VpcConfig);
  const roleArn = configuration.Role ?? "";
  switch (failed.phase) {
    case "create":
      Object.assign(configuration, {
        State: "Failed",
        StateReason: REASONS[code],
        StateReasonCode: code,
      } satisfies FunctionConfiguration);
      break;
    case "update":
      putServingBack(fn, configuration);
      Object.assign(configuration, {
        LastUpdateStatus: "Failed",
        LastUpdateStatusReason: REASONS[code],
        LastUpdateStatusReasonCode: code,
      } satisfies FunctionConfiguration);
      break;
    case "restore":
      Object.assign(configuration, {
        State: "Inactive",
        StateReason: REASONS[code],
        StateReasonCode: code,
      } satisfies FunctionConfiguration);
      break;
  }
  configuration.RevisionId = context.ids.uuid();
  releaseLambdaInterfaces(context, { pairs, roleArn, at: context.now });
}

/** What was asked for is gone, apart from when it was asked. */
function putServingBack(fn: LambdaFunction, configuration: FunctionConfiguration): void {
  const { serving } = fn;
  if (serving === undefined) return;
  delete fn.serving;
  const lastModified = configuration.LastModified;
  for (const member of Object.keys(configuration)) Reflect.deleteProperty(configuration, member);
  Object.assign(configuration, serving, { LastModified: lastModified });
}

import type { NetworkInterface } from "@aws-sdk/client-ec2";
import { attachLambdaInterface, createLambdaInterface } from "./create-lambda-interface";
import { findLambdaInterface } from "./find-lambda-interface";
import type { InterfaceContext } from "./interface-context";
import { watchIdleness } from "./watch-idleness";

export interface EnsureLambdaInterfacesInput {
  functionName: string;
  subnetIds: readonly string[];
  securityGroupIds: readonly string[];
  /** Default false. */
  ipv6AllowedForDualStack?: boolean;
  /** When the function last ran, in the sandbox's time: it falls asleep 14 days later. Default now. */
  lastInvokedAt?: number;
}

/**
 * Gives a function its Hyperplane interfaces at once, `in-use`, sharing those that already serve the same subnet and set
 * of groups: for laying out a world, where nothing takes time. Leave it out for a function that is to be `Inactive`.
 * Returns one interface per subnet, in the order given; throws Error naming AWS's reason when one cannot be made.
 */
export function ensureLambdaInterfaces(
  context: InterfaceContext,
  input: EnsureLambdaInterfacesInput,
): NetworkInterface[] {
  const { functionName, securityGroupIds, ipv6AllowedForDualStack = false } = input;
  const interfaces = input.subnetIds.map((subnetId) => {
    const shared = findLambdaInterface(context.regionWorld, { subnetId, securityGroupIds });
    if (shared !== undefined) return shared;
    const request = { functionName, subnetId, securityGroupIds, ipv6AllowedForDualStack };
    const outcome = createLambdaInterface(context, request);
    if (outcome.status === "failed") {
      throw new Error(`No Lambda interface for ${functionName} in ${subnetId}: ${outcome.code}`);
    }
    attachLambdaInterface(outcome.networkInterface);
    return outcome.networkInterface;
  });
  const { regionWorld, clock } = context;
  watchIdleness(context, {
    functionArn: `arn:aws:lambda:${regionWorld.region}:${regionWorld.accountId}:function:${functionName}`,
    lastInvokedAt: input.lastInvokedAt ?? clock.now(),
  });
  return interfaces;
}

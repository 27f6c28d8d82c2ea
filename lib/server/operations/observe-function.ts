import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import type { OperationTransition } from "@/lib/contract/operations";
import { interfacePlacement, isLambdaInterface } from "@/lib/core/network/connections/lambda-interface";
import { interfaceSecurityGroupIds } from "@/lib/core/network/connections/lambda-interface";
import {
  describeTransition,
  isSameObservation,
  type SeenInterface,
} from "@/lib/core/operations/describe-transition";
import { toAwsFailure } from "../aws/errors/aws-failure";
import { describeNetworkInterfaces } from "../aws/ec2";
import { getFunction } from "../aws/lambda";
import { readAllPages } from "../aws/paginate";
import { toRecorded } from "../collector/reading/to-recorded";
import type { OperationSession } from "./operation-session";

/** The function as AWS has it now; null where it does not exist. Throws the SDK's error otherwise. */
export async function readConfiguration(session: OperationSession): Promise<FunctionConfiguration | null> {
  const { functionArn, functionName } = session.record;
  try {
    const answer = await getFunction(scopeOf(session), { FunctionName: functionArn ?? functionName });
    return answer.Configuration ?? null;
  } catch (error) {
    if (toAwsFailure(error).kind === "not-found") return null;
    throw error;
  }
}

export function scopeOf(session: OperationSession) {
  return { aws: session.ctx.aws, region: session.record.region, signal: session.signal };
}

/** The interfaces of the connections before and after, as they are now; undefined where they could not be read. */
export async function readInterfaces(session: OperationSession): Promise<SeenInterface[] | undefined> {
  const { target, previous } = session.record.document.change;
  const placements = new Set(
    [target, previous].flatMap((attachment) =>
      attachment === null
        ? []
        : attachment.subnetIds.map((subnetId) => interfacePlacement(subnetId, attachment.securityGroupIds)),
    ),
  );
  if (placements.size === 0) return [];
  const subnetIds = [...new Set([...(target?.subnetIds ?? []), ...(previous?.subnetIds ?? [])])];
  try {
    const found = await readAllPages(async (NextToken) => {
      const page = await describeNetworkInterfaces(scopeOf(session), {
        Filters: [{ Name: "subnet-id", Values: subnetIds }],
        ...(NextToken === undefined ? {} : { NextToken }),
      });
      return { items: page.NetworkInterfaces ?? [], nextToken: page.NextToken };
    }, session.signal);
    return found.map(toRecorded).flatMap((one) => {
      const { NetworkInterfaceId: networkInterfaceId, SubnetId: subnetId, Status: status } = one;
      if (!networkInterfaceId || !subnetId || !isLambdaInterface(one)) return [];
      if (!placements.has(interfacePlacement(subnetId, interfaceSecurityGroupIds(one)))) return [];
      return [{ networkInterfaceId, subnetId, status: status ?? "unknown" }];
    });
  } catch (error) {
    session.signal.throwIfAborted();
    session.ctx.log.warn("interfaces not read", {
      operationId: session.record.id,
      code: toAwsFailure(error).code,
    });
    return undefined;
  }
}

/** The transition to record; undefined where nothing has changed since the last one. */
export async function toTransition(
  session: OperationSession,
  configuration: FunctionConfiguration,
  networkInterfaces: SeenInterface[] | undefined,
): Promise<OperationTransition | undefined> {
  const last = await session.findLastTransition();
  const seen = {
    state: configuration.State ?? null,
    stateReason: configuration.StateReason ?? null,
    stateReasonCode: configuration.StateReasonCode ?? null,
    lastUpdateStatus: configuration.LastUpdateStatus ?? null,
    lastUpdateStatusReason: configuration.LastUpdateStatusReason ?? null,
    lastUpdateStatusReasonCode: configuration.LastUpdateStatusReasonCode ?? null,
    ...(networkInterfaces === undefined ? {} : { networkInterfaces }),
  };
  if (last !== undefined && isSameObservation(last, seen)) return undefined;
  return {
    at: session.now(),
    functionName: session.record.functionName,
    ...seen,
    meaning: describeTransition(last ?? null, seen),
  };
}

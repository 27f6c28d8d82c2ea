import type { FunctionSummary } from "@/lib/contract/functions";
import { nameTag } from "@/lib/core/network/name-tag";
import type { LocatedFunction, Network } from "@/lib/core/network/network";
import { connectionFacts } from "./connection-facts";

/** A function as lists show it. State and the rest are null where they were not read. */
export function toFunctionSummary(
  network: Network,
  located: LocatedFunction,
  activeOperations: ReadonlyMap<string, string>,
): FunctionSummary {
  const { arn, functionName, attachment, connectionId, resource, accountId, region } = located;
  const state = network.functionStates.get(arn)?.resource;
  const vpc = attachment ? network.vpcs.get(attachment.vpcId) : undefined;
  return {
    functionName,
    functionArn: arn,
    accountId,
    region,
    runtime: resource.Runtime ?? null,
    packageType: resource.PackageType ?? null,
    state: state?.State ?? null,
    stateReasonCode: state?.StateReasonCode ?? null,
    lastUpdateStatus: state?.LastUpdateStatus ?? null,
    stateReadAt: toDateTime(state?.ReadAt),
    vpcConfig: attachment,
    vpcName: vpc ? nameTag(vpc.resource) : null,
    connectionId,
    ...connectionFacts(network, attachment ?? { subnetIds: [] }),
    operationId: activeOperations.get(arn) ?? null,
  };
}

/** An import may hold any text where a time should be. */
function toDateTime(text: string | undefined): string | null {
  const time = Date.parse(text ?? "");
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

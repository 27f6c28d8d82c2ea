import type { FunctionSummary } from "@/lib/contract/functions";

const columns: readonly (readonly [string, (fn: FunctionSummary) => string | null])[] = [
  ["FunctionName", (fn) => fn.functionName],
  ["FunctionArn", (fn) => fn.functionArn],
  ["Runtime", (fn) => fn.runtime],
  ["State", (fn) => fn.state],
  ["StateReasonCode", (fn) => fn.stateReasonCode],
  ["LastUpdateStatus", (fn) => fn.lastUpdateStatus],
  ["StateReadAt", (fn) => fn.stateReadAt],
  ["VpcId", (fn) => fn.vpcConfig?.vpcId ?? null],
  ["VpcName", (fn) => fn.vpcName],
  ["SubnetIds", (fn) => fn.vpcConfig?.subnetIds.join(" ") ?? null],
  ["SubnetKinds", (fn) => fn.subnetKinds.join(" ")],
  ["AvailabilityZones", (fn) => fn.availabilityZones.join(" ")],
  ["SecurityGroupIds", (fn) => fn.vpcConfig?.securityGroupIds.join(" ") ?? null],
];

export const functionsCsvHeader: readonly string[] = columns.map(([name]) => name);

/** One row per function; what was not read stays empty. */
export function toFunctionsCsvRows(items: readonly FunctionSummary[]): string[][] {
  return items.map((fn) => columns.map(([, value]) => value(fn) ?? ""));
}

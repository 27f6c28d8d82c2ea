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

/** RFC 4180, one line per function; what was not read stays empty. */
export function toFunctionsCsv(items: readonly FunctionSummary[]): string {
  const lines = [
    columns.map(([name]) => name),
    ...items.map((fn) => columns.map(([, value]) => value(fn) ?? "")),
  ];
  return lines.map((cells) => cells.map(toCell).join(",")).join("\r\n") + "\r\n";
}

/** A cell that a spreadsheet would take for a formula is given an apostrophe (OWASP, CSV injection). */
function toCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

import { setTimeout as sleep } from "node:timers/promises";
import type { Fault } from "../world/world";
import { generalError } from "./general-errors";
import type { Service } from "./service";

/** Whether a fault's operation (`ec2:DescribeVpcs`, `lambda:*` or `*`) covers a call (`lambda:Invoke`). */
export function matchesOperation(pattern: string, name: string): boolean {
  if (pattern === "*" || pattern === name) return true;
  return pattern.endsWith(":*") && name.startsWith(pattern.slice(0, -1));
}

/** Waits, throttles or fails as the faults say. `random` is in [0, 1). */
export async function applyFaults(
  faults: readonly Fault[],
  call: { service: Service; operation: string },
  random: () => number,
): Promise<void> {
  const name = `${call.service.name}:${call.operation}`;
  for (const fault of faults) {
    switch (fault.kind) {
      case "latency":
        if (matchesOperation(fault.operation, name)) await sleep(fault.latencyMs);
        break;
      case "throttle":
        if (!matchesOperation(fault.operation, name) || random() >= fault.rate) break;
        throw generalError(call.service.errorStyle, "throttled");
      case "server-error":
        if (!matchesOperation(fault.operation, name) || random() >= fault.rate) break;
        throw generalError(call.service.errorStyle, "server-fault");
      // These are asked about where they matter: the answer's way, the authorization, and the making of interfaces.
      case "connection-reset":
      case "truncated-answer":
      case "slow-body":
      case "repeated-token":
      case "empty-page":
      case "missing-members":
      case "deny":
      case "no-free-addresses":
      case "eni-quota":
      case "function-timeout":
        break;
    }
  }
}

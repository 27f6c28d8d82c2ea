import type { Fault } from "../../world/world";
import type { WireResponse } from "../../wire/wire-message";
import { matchesOperation } from "../apply-faults";

/** How a fault has the answer of a call get to its client; undefined where it gets there as it should. */
export function findDelivery(
  faults: readonly Fault[],
  name: string,
  random: () => number,
): WireResponse["delivery"] {
  for (const fault of faults) {
    if (!("operation" in fault) || !matchesOperation(fault.operation, name)) continue;
    if (fault.kind === "connection-reset" && random() < fault.rate) return { kind: "reset" };
    if (fault.kind === "truncated-answer" && random() < fault.rate) return { kind: "truncated" };
    if (fault.kind === "slow-body") return { kind: "slow", durationMs: fault.durationMs };
  }
  return undefined;
}

import type { FunctionSummary } from "@/lib/contract/functions";
import { toStatusLook, type StatusLook } from "@/lib/core/operations/state-tone";

type StateFacts = Pick<FunctionSummary, "state" | "lastUpdateStatus" | "operationId">;

/**
 * How a function looks in one word. An `Active` function whose update runs or failed serves with its previous
 * configuration: that is told first, because it is what one may have to act on.
 */
export function toFunctionLook(fn: StateFacts): StatusLook {
  const state = toStatusLook("state", fn.state);
  if (fn.state !== "Active" && fn.state !== null) return state;
  if (fn.lastUpdateStatus === "InProgress" || fn.operationId !== null) {
    return { tone: "progress", icon: "half-circle", label: "Updating" };
  }
  if (fn.lastUpdateStatus === "Failed") return { tone: "danger", icon: "cross", label: "Update failed" };
  return state;
}

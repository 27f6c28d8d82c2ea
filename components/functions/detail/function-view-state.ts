import { ApiRequestError, isNoSnapshot } from "@/lib/client/api-request-error";
import type { FunctionDetail } from "@/lib/contract/functions";

export type FunctionViewState =
  | { kind: "loading" }
  | { kind: "reading" }
  | { kind: "not-found"; error: unknown }
  | { kind: "error"; error: unknown }
  | { kind: "ready"; fn: FunctionDetail };

/** What a function's page shows. A function that has just been deleted is gone, whatever was read before. */
export function toFunctionViewState(data: FunctionDetail | undefined, error: unknown): FunctionViewState {
  if (error instanceof ApiRequestError && error.detail.code === "not_found")
    return { kind: "not-found", error };
  if (data !== undefined) return { kind: "ready", fn: data };
  if (isNoSnapshot(error)) return { kind: "reading" };
  return error ? { kind: "error", error } : { kind: "loading" };
}

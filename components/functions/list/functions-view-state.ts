import { isNoSnapshot } from "@/lib/client/api-request-error";
import type { FunctionList } from "@/lib/contract/functions";

/** A live view older than this is said to be old. */
const STALE_AFTER_MS = 60 * 60 * 1000;

export type FunctionsViewState =
  | { kind: "loading" }
  | { kind: "reading" }
  | { kind: "error"; error: unknown }
  | { kind: "empty"; list: FunctionList }
  | { kind: "ready"; list: FunctionList; isStale: boolean; refreshError: unknown };

export interface FunctionsViewInput {
  data: FunctionList | undefined;
  error: unknown;
  /** Set where a snapshot is looked at on purpose: its age is no fault. */
  snapshotId: string | undefined;
  nowMs: number;
}

/** What the Functions page shows. What was read stays in sight when reading it again fails. */
export function toFunctionsViewState({
  data,
  error,
  snapshotId,
  nowMs,
}: FunctionsViewInput): FunctionsViewState {
  if (data === undefined) {
    if (isNoSnapshot(error)) return { kind: "reading" };
    return error ? { kind: "error", error } : { kind: "loading" };
  }
  if (data.items.length === 0) return { kind: "empty", list: data };
  const isStale = snapshotId === undefined && nowMs - Date.parse(data.capturedAt) > STALE_AFTER_MS;
  return { kind: "ready", list: data, isStale, refreshError: error ?? null };
}

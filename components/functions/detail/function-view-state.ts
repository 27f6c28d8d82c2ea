import { toViewState, type ViewState } from "@/components/layout/page/view-state";
import { ApiRequestError, isNoSnapshot } from "@/lib/client/api-request-error";
import type { ConnectionState } from "@/lib/client/events/connect-events";
import type { FunctionDetail } from "@/lib/contract/functions";

export type FunctionViewState =
  | Exclude<ViewState<FunctionDetail>, { kind: "empty" }>
  | { kind: "reading" }
  | { kind: "not-found"; error: unknown };

export interface FunctionViewInput {
  data: FunctionDetail | undefined;
  error: unknown;
  /** Set where a snapshot is looked at on purpose. */
  snapshotId: string | undefined;
  connection: ConnectionState;
  nowMs: number | null;
}

/** What a function's page shows. A function that has just been deleted is gone, whatever was read before. */
export function toFunctionViewState(input: FunctionViewInput): FunctionViewState {
  const { data, error, snapshotId, connection, nowMs } = input;
  if (error instanceof ApiRequestError && error.detail.code === "not_found")
    return { kind: "not-found", error };
  if (data === undefined && isNoSnapshot(error)) return { kind: "reading" };
  const live = snapshotId === undefined ? { connection, capturedAt: data?.capturedAt, nowMs } : {};
  const view = toViewState({ data, error, ...live });
  return view.kind === "empty" ? { kind: "ready", data: view.data } : view;
}

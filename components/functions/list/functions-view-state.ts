import { toViewState, type ViewState } from "@/components/layout/page/view-state";
import { isNoSnapshot } from "@/lib/client/api-request-error";
import type { ConnectionState } from "@/lib/client/events/connect-events";
import type { FunctionList } from "@/lib/contract/functions";

export type FunctionsViewState = ViewState<FunctionList> | { kind: "reading" };

export interface FunctionsViewInput {
  data: FunctionList | undefined;
  error: unknown;
  /** Set where a snapshot is looked at on purpose: it never changes, and its age is no fault. */
  snapshotId: string | undefined;
  connection: ConnectionState;
  nowMs: number | null;
}

/** What the Functions page shows. */
export function toFunctionsViewState(input: FunctionsViewInput): FunctionsViewState {
  const { data, error, snapshotId, connection, nowMs } = input;
  if (data === undefined && isNoSnapshot(error)) return { kind: "reading" };
  const isEmpty = ({ items }: FunctionList) => items.length === 0;
  if (snapshotId !== undefined) return toViewState({ data, error, isEmpty });
  return toViewState({ data, error, isEmpty, connection, capturedAt: data?.capturedAt, nowMs });
}

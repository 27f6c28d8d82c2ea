import { toViewState, type ViewState } from "@/components/layout/page/view-state";
import { ApiRequestError } from "@/lib/client/api-request-error";
import type { ConnectionState } from "@/lib/client/events/connect-events";
import type { SnapshotSummary } from "@/lib/contract/snapshots";

interface Live<Data> {
  data: Data | undefined;
  error: unknown;
  connection: ConnectionState;
}

interface SnapshotItems {
  items: SnapshotSummary[];
}

/** What the Snapshots page shows. */
export function toSnapshotsViewState<Data extends SnapshotItems>(input: Live<Data>): ViewState<Data> {
  return toViewState({ ...input, isEmpty: ({ items }) => items.length === 0 });
}

export type SnapshotViewState = ViewState<SnapshotSummary> | { kind: "not-found"; error: unknown };

/** What a snapshot's page shows. Once read it never changes; only one that is being read can be stale. */
export function toSnapshotViewState({ data, error, connection }: Live<SnapshotSummary>): SnapshotViewState {
  if (error instanceof ApiRequestError && error.detail.code === "not_found")
    return { kind: "not-found", error };
  if (data !== undefined && data.status !== "collecting") return { kind: "ready", data };
  return toViewState({ data, error, connection });
}

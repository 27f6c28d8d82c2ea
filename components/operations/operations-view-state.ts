import { toViewState, type ViewState } from "@/components/layout/page/view-state";
import { ApiRequestError } from "@/lib/client/api-request-error";
import type { ConnectionState } from "@/lib/client/events/connect-events";
import { isOperationOver } from "@/lib/client/events/store-operation";
import type { Operation } from "@/lib/contract/operations";

interface Live<Data> {
  data: Data | undefined;
  error: unknown;
  connection: ConnectionState;
}

interface OperationItems {
  items: Operation[];
}

/** What the Operations page shows. */
export function toOperationsViewState<Data extends OperationItems>(input: Live<Data>): ViewState<Data> {
  return toViewState({ ...input, isEmpty: ({ items }) => items.length === 0 });
}

export type OperationViewState = ViewState<Operation> | { kind: "not-found"; error: unknown };

/** What an operation's page shows. One that is over does not change any more, so it cannot be stale. */
export function toOperationViewState({ data, error, connection }: Live<Operation>): OperationViewState {
  if (error instanceof ApiRequestError && error.detail.code === "not_found")
    return { kind: "not-found", error };
  if (data !== undefined && isOperationOver(data.status)) return { kind: "ready", data };
  return toViewState({ data, error, connection });
}

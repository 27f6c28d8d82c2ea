import type { QueryClient } from "@tanstack/react-query";
import type { Operation, OperationStatus } from "@/lib/contract/operations";
import { functionKeys } from "../queries/functions";
import { operationKeys, operationListQuery, operationQuery } from "../queries/operations";
import { topologyKeys } from "../queries/topology";
import { vpcKeys } from "../queries/vpcs";

/** Whether nothing more will happen by itself. */
export function isOperationOver(status: OperationStatus): boolean {
  switch (status) {
    case "queued":
    case "running":
    case "rolling-back":
      return false;
    case "succeeded":
    case "failed":
    case "rolled-back":
    case "canceled":
      return true;
  }
}

/**
 * Puts an operation into every cache that shows it. Where it begins or ends, what it touched is read again: functions
 * say which operation holds them, and the diagram shows where they are.
 */
export function storeOperation(client: QueryClient, operation: Operation): void {
  const known = client.getQueryData(operationQuery(operation.id).queryKey);
  client.setQueryData(operationQuery(operation.id).queryKey, operation);
  for (const functionName of [undefined, operation.functionName]) {
    client.setQueryData(operationListQuery(functionName).queryKey, (list) =>
      list === undefined ? undefined : { ...list, items: withOperation(list.items, operation) },
    );
  }
  if (known === undefined) void client.invalidateQueries({ queryKey: operationKeys.lists() });
  if (known === undefined || isOperationOver(known.status) !== isOperationOver(operation.status)) {
    for (const queryKey of [functionKeys.all, topologyKeys.all, vpcKeys.all]) {
      void client.invalidateQueries({ queryKey });
    }
  }
}

function withOperation(items: readonly Operation[], operation: Operation): Operation[] {
  return items.some((item) => item.id === operation.id)
    ? items.map((item) => (item.id === operation.id ? operation : item))
    : [operation, ...items];
}

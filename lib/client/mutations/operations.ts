import { mutationOptions } from "@tanstack/react-query";
import { callApi } from "../call-api";
import { storeOperation } from "../events/store-operation";

export type OperationAction = "cancel" | "retry" | "rollback";

const endpointOf = {
  cancel: "cancelOperation",
  retry: "retryOperation",
  rollback: "rollbackOperation",
} as const;

/** Cancels, retries or rolls back; the answer is the operation as it then is. */
export const actOnOperationMutation = () =>
  mutationOptions({
    mutationKey: ["operations", "act"],
    mutationFn: ({ id, action }: { id: string; action: OperationAction }) =>
      callApi(endpointOf[action], { params: { id } }),
    onSuccess: (operation, _variables, _result, context) => {
      storeOperation(context.client, operation);
    },
  });

import type { Operation } from "@/lib/contract/operations";
import type { OperationStepState, StepKind } from "@/lib/core/operations/operation";
import type { RequestContext } from "../../context";
import type { OperationRecord } from "../../store/operation-store/operation-record";
import { requirePermission } from "../plans/require-permission";
import { changeOperation } from "./change-operation";

/**
 * Puts the function back as it was: its previous VPC settings, or, where the operation created it, its deletion.
 * Throws ApiError `not_found`, `conflict`, `operation_in_progress`.
 */
export function rollbackOperation(ctx: RequestContext, id: string): Promise<Operation> {
  requirePermission(ctx, "operations:act");
  return changeOperation(ctx, id, {
    action: "rollback",
    toEvent: (record) => ({
      kind: "rollback-requested",
      at: ctx.clock.now().toISOString(),
      steps: planRollback(record),
    }),
  });
}

function planRollback({ document, functionName }: OperationRecord): OperationStepState[] {
  const { create, previous } = document.change;
  if (create !== null) {
    return [
      step("undo-create", "delete-function", `Delete ${functionName}`),
      step("await-undo", "await-rollback", "Wait until the function is gone"),
    ];
  }
  const title =
    previous === null
      ? `Detach ${functionName} again`
      : `Put the previous VPC settings of ${functionName} back`;
  return [
    step("undo-update", "restore-function-configuration", title),
    step("await-undo", "await-rollback", "Wait until AWS has carried it out"),
  ];
}

function step(id: string, kind: StepKind, title: string): OperationStepState {
  return { id, kind, title, status: "pending", startedAt: null, endedAt: null, sentAt: null };
}

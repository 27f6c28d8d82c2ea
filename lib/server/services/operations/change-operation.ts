import type { Operation } from "@/lib/contract/operations";
import { isActiveStatus, type OperationState } from "@/lib/core/operations/operation";
import { isRefusal, transition, type OperationEvent } from "@/lib/core/operations/transition";
import { writeAudit } from "../../audit/write-audit";
import type { RequestContext } from "../../context";
import { ApiError } from "../../http/api-error";
import { enqueueOperation } from "../../operations/queue";
import type { Transaction } from "../../store/database";
import type { OperationRecord } from "../../store/operation-store/operation-record";
import { readOperation } from "../../store/operation-store/to-operation";
import { updateOperationFromOutside } from "../../store/operation-store/update-operation";
import { getOperationRecord } from "./get-operation";

/**
 * What a person asks of an operation: one transition, its audit row and its event in one transaction, and the work
 * that follows from it. Throws ApiError `not_found`, `conflict` (with the reason), `operation_in_progress`.
 */
export async function changeOperation(
  ctx: RequestContext,
  id: string,
  request: { action: "cancel" | "retry" | "rollback"; toEvent: (record: OperationRecord) => OperationEvent },
): Promise<Operation> {
  try {
    return await ctx.database.transaction((tx) => change(tx, ctx, id, request));
  } catch (error) {
    if (isHeldByAnother(error)) {
      throw new ApiError("operation_in_progress", "Another operation is changing the function now.", {
        nextStep: "Wait until it has ended.",
        cause: error,
      });
    }
    throw error;
  }
}

async function change(
  tx: Transaction,
  ctx: RequestContext,
  id: string,
  { action, toEvent }: Parameters<typeof changeOperation>[2],
): Promise<Operation> {
  const record = await getOperationRecord(tx, id);
  const { error, steps } = record.document;
  const state: OperationState = { status: record.status, steps, ...(error === undefined ? {} : { error }) };
  const next = transition(state, toEvent(record));
  if (isRefusal(next)) throw new ApiError("conflict", next.reason);
  const isActive = isActiveStatus(next.status);
  const changed = await updateOperationFromOutside(tx, record, {
    status: next.status,
    document: {
      change: record.document.change,
      steps: [...next.steps],
      ...(next.error === undefined ? {} : { error: next.error }),
    },
    endedAt: isActive ? null : ctx.clock.now(),
    leaseOwner: null,
    leaseUntil: null,
  });
  if (changed === undefined) {
    throw new ApiError("conflict", "The operation went on meanwhile.", { nextStep: "Look at it again." });
  }
  if (isActive) await enqueueOperation(ctx, changed, tx);
  await writeAudit(tx, {
    actor: ctx.actor.id,
    action: `operation.${action}`,
    resource: record.functionArn ?? record.functionName,
    outcome: "succeeded",
    correlationId: ctx.correlationId,
    detail: { operationId: id },
  });
  const operation = await readOperation(tx, changed);
  await ctx.events.append(tx, {
    topic: "operations",
    subjectId: id,
    payload: { topic: "operations", operation },
  });
  return operation;
}

/** PostgreSQL's unique_violation, of the index that lets one operation hold a function. */
function isHeldByAnother(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (Reflect.get(cause, "code") === "23505") return true;
  }
  return false;
}

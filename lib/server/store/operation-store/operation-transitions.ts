import { asc, inArray, sql } from "drizzle-orm";
import type { OperationTransition } from "@/lib/contract/operations";
import type { Executor, Transaction } from "../database";
import { operationTransitions } from "../schema/operations";

/** Appends a state that the operation saw. The holder of the lease is the only writer, so ordinals have no race. */
export async function appendTransition(
  tx: Transaction,
  operationId: string,
  transition: OperationTransition,
): Promise<void> {
  await tx.insert(operationTransitions).values({
    operationId,
    ordinal: sql`(select coalesce(max(ordinal), 0) + 1 from operation_transitions where operation_id = ${operationId})`,
    at: new Date(transition.at),
    document: transition,
  });
}

/** Every transition of the operations, in order, by operation id. */
export async function listTransitions(
  executor: Executor,
  operationIds: readonly string[],
): Promise<Map<string, OperationTransition[]>> {
  const byOperation = new Map<string, OperationTransition[]>(operationIds.map((id) => [id, []]));
  if (operationIds.length === 0) return byOperation;
  const rows = await executor
    .select()
    .from(operationTransitions)
    .where(inArray(operationTransitions.operationId, [...operationIds]))
    .orderBy(asc(operationTransitions.operationId), asc(operationTransitions.ordinal));
  for (const { operationId, document } of rows) byOperation.get(operationId)?.push(document);
  return byOperation;
}

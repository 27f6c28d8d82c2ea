import { and, desc, eq, inArray, isNull, lt, or, sql, type SQL } from "drizzle-orm";
import type { OperationStatus } from "@/lib/core/operations/operation";
import type { Cursor } from "../cursor";
import type { Executor } from "../database";
import { operations } from "../schema/operations";
import { toOperationRecord, type OperationRecord } from "./operation-record";

/** Newest first. */
export async function listOperationRecords(
  executor: Executor,
  filter: { functionName?: string; status?: OperationStatus; after?: Cursor; limit: number },
): Promise<OperationRecord[]> {
  const conditions: (SQL | undefined)[] = [
    filter.functionName === undefined
      ? undefined
      : or(eq(operations.functionName, filter.functionName), eq(operations.functionArn, filter.functionName)),
    filter.status === undefined ? undefined : eq(operations.status, filter.status),
    filter.after === undefined
      ? undefined
      : or(
          lt(operations.createdAt, filter.after.at),
          and(eq(operations.createdAt, filter.after.at), lt(operations.id, filter.after.id)),
        ),
  ];
  const rows = await executor
    .select()
    .from(operations)
    .where(and(...conditions))
    .orderBy(desc(operations.createdAt), desc(operations.id))
    .limit(filter.limit);
  return rows.map(toOperationRecord);
}

const active = inArray(operations.status, ["queued", "running", "rolling-back"]);

/** Those that hold a function now. */
export async function listActiveOperations(
  executor: Executor,
): Promise<Pick<OperationRecord, "id" | "functionArn" | "functionKey">[]> {
  return executor
    .select({ id: operations.id, functionArn: operations.functionArn, functionKey: operations.functionKey })
    .from(operations)
    .where(active);
}

/** Active ones that nobody works on: never begun, or their server died. By the database's clock. */
export async function listAbandonedOperations(
  executor: Executor,
): Promise<Pick<OperationRecord, "id" | "functionKey">[]> {
  return executor
    .select({ id: operations.id, functionKey: operations.functionKey })
    .from(operations)
    .where(and(active, or(isNull(operations.leaseUntil), lt(operations.leaseUntil, sql`now()`))));
}

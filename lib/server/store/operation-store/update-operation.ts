import { and, eq, isNull, type SQL } from "drizzle-orm";
import type { Transaction } from "../database";
import { operations } from "../schema/operations";
import { toOperationRecord, type OperationRecord } from "./operation-record";

export type OperationUpdate = Pick<OperationRecord, "status" | "document"> &
  Partial<Pick<OperationRecord, "startedAt" | "endedAt" | "leaseOwner" | "leaseUntil" | "functionArn">>;

/**
 * Compare-and-set: changes the operation only where it still is as `seen` was, lease owner included. Undefined where
 * somebody was faster.
 */
export async function updateOperation(
  tx: Transaction,
  seen: Pick<OperationRecord, "id" | "revision" | "leaseOwner">,
  update: OperationUpdate,
): Promise<OperationRecord | undefined> {
  const sameOwner: SQL =
    seen.leaseOwner === null ? isNull(operations.leaseOwner) : eq(operations.leaseOwner, seen.leaseOwner);
  const [row] = await tx
    .update(operations)
    .set({ ...update, revision: seen.revision + 1 })
    .where(and(eq(operations.id, seen.id), eq(operations.revision, seen.revision), sameOwner))
    .returning();
  return row && toOperationRecord(row);
}

/** The same by somebody who does not hold the lease (a person's cancel, retry, rollback). */
export async function updateOperationFromOutside(
  tx: Transaction,
  seen: Pick<OperationRecord, "id" | "revision">,
  update: OperationUpdate,
): Promise<OperationRecord | undefined> {
  const [row] = await tx
    .update(operations)
    .set({ ...update, revision: seen.revision + 1 })
    .where(and(eq(operations.id, seen.id), eq(operations.revision, seen.revision)))
    .returning();
  return row && toOperationRecord(row);
}

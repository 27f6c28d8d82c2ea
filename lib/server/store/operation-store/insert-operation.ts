import type { Transaction } from "../database";
import { operations } from "../schema/operations";
import { toOperationRecord, type OperationRecord } from "./operation-record";

/** Undefined where another active operation holds the function (the partial unique index says so). */
export async function insertOperation(
  tx: Transaction,
  values: typeof operations.$inferInsert & Pick<OperationRecord, "document">,
): Promise<OperationRecord | undefined> {
  const [row] = await tx.insert(operations).values(values).onConflictDoNothing().returning();
  return row && toOperationRecord(row);
}

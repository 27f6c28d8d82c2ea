import { eq } from "drizzle-orm";
import type { Executor } from "../database";
import { operations } from "../schema/operations";
import { toOperationRecord, type OperationRecord } from "./operation-record";

export async function findOperation(executor: Executor, id: string): Promise<OperationRecord | undefined> {
  const [row] = await executor.select().from(operations).where(eq(operations.id, id));
  return row && toOperationRecord(row);
}

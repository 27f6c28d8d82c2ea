import { eq } from "drizzle-orm";
import type { Executor, Transaction } from "../database";
import { planCodes } from "../schema/plan-codes";

export async function insertPlanCode(tx: Transaction, code: typeof planCodes.$inferInsert): Promise<void> {
  await tx.insert(planCodes).values(code);
}

/** The zip to upload; undefined where the plan has none, or it was deleted. */
export async function findPlanCode(executor: Executor, planId: string): Promise<Uint8Array | undefined> {
  const [row] = await executor
    .select({ zip: planCodes.zip })
    .from(planCodes)
    .where(eq(planCodes.planId, planId));
  return row?.zip;
}

/** Nobody's code is kept longer than it is needed. */
export async function deletePlanCode(tx: Transaction, planId: string): Promise<void> {
  await tx.delete(planCodes).where(eq(planCodes.planId, planId));
}

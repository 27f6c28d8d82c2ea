import { eq, inArray, lt } from "drizzle-orm";
import type { Executor, Transaction } from "../database";
import { planCodes } from "../schema/plan-codes";
import { plans } from "../schema/plans";

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

/** Code of plans that nobody carried out is not kept for ever either; resolves to how many. */
export async function deletePlanCodesBefore(executor: Executor, date: Date): Promise<number> {
  const old = executor.select({ id: plans.id }).from(plans).where(lt(plans.createdAt, date));
  const rows = await executor
    .delete(planCodes)
    .where(inArray(planCodes.planId, old))
    .returning({ id: planCodes.planId });
  return rows.length;
}

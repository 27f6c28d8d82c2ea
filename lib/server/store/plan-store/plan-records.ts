import { and, desc, eq, isNull, lt, or } from "drizzle-orm";
import type { Plan } from "@/lib/contract/plans";
import type { Executor, Transaction } from "../database";
import type { Cursor } from "../cursor";
import { plans } from "../schema/plans";
import type { PlanBase } from "./plan-base";

/** A plan as it was shown, with what it was computed from. */
export interface PlanRecord {
  plan: Plan;
  base: PlanBase;
}

export async function insertPlan(tx: Transaction, { plan, base }: PlanRecord): Promise<void> {
  await tx.insert(plans).values({
    id: plan.id,
    createdAt: new Date(plan.createdAt),
    snapshotId: plan.snapshotId,
    intent: plan.intent,
    document: plan,
    functionArn: plan.functionArn,
    functionName: plan.functionName,
    baseRevision: base,
  });
}

export async function findPlan(executor: Executor, id: string): Promise<PlanRecord | undefined> {
  const [row] = await executor.select().from(plans).where(eq(plans.id, id));
  return row && toPlanRecord(row);
}

/** Newest first. */
export async function listPlanRecords(
  executor: Executor,
  { after, limit }: { after?: Cursor; limit: number },
): Promise<PlanRecord[]> {
  const rows = await executor
    .select()
    .from(plans)
    .where(
      after === undefined
        ? undefined
        : or(lt(plans.createdAt, after.at), and(eq(plans.createdAt, after.at), lt(plans.id, after.id))),
    )
    .orderBy(desc(plans.createdAt), desc(plans.id))
    .limit(limit);
  return rows.map(toPlanRecord);
}

/** False where the plan was applied already: it can be applied once. */
export async function claimPlan(tx: Transaction, planId: string, operationId: string): Promise<boolean> {
  const rows = await tx
    .update(plans)
    .set({ operationId })
    .where(and(eq(plans.id, planId), isNull(plans.operationId)))
    .returning({ id: plans.id });
  return rows.length > 0;
}

/** The base is written by `insertPlan` only. */
function toPlanRecord(row: typeof plans.$inferSelect): PlanRecord {
  return { plan: { ...row.document, operationId: row.operationId }, base: row.baseRevision as PlanBase };
}

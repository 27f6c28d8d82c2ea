import { and, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { Executor } from "../database";
import { operations } from "../schema/operations";
import { toOperationRecord, type OperationRecord } from "./operation-record";

/** Longer than any gap between two renewals; so long an operation rests when its server dies. */
export const LEASE_SECONDS = 15;

const until = sql`now() + make_interval(secs => ${LEASE_SECONDS})`;

/** Takes an active operation that nobody works on. Undefined where somebody does, or it has ended. */
export async function takeLease(
  executor: Executor,
  id: string,
  owner: string,
): Promise<OperationRecord | undefined> {
  const isFree = or(
    isNull(operations.leaseUntil),
    lt(operations.leaseUntil, sql`now()`),
    eq(operations.leaseOwner, owner),
  );
  const [row] = await executor
    .update(operations)
    .set({ leaseOwner: owner, leaseUntil: until })
    .where(
      and(eq(operations.id, id), inArray(operations.status, ["queued", "running", "rolling-back"]), isFree),
    )
    .returning();
  return row && toOperationRecord(row);
}

/** False where another took it meanwhile, or it has ended. */
export async function renewLease(executor: Executor, id: string, owner: string): Promise<boolean> {
  const rows = await executor
    .update(operations)
    .set({ leaseUntil: until })
    .where(and(eq(operations.id, id), eq(operations.leaseOwner, owner)))
    .returning({ id: operations.id });
  return rows.length > 0;
}

/** Gives it back, so that another may carry on at once. */
export async function releaseLease(executor: Executor, id: string, owner: string): Promise<void> {
  await executor
    .update(operations)
    .set({ leaseOwner: null, leaseUntil: null })
    .where(and(eq(operations.id, id), eq(operations.leaseOwner, owner)));
}

import type { ServerContext } from "../context";
import type { OperationRecord } from "../store/operation-store/operation-record";
import type { Transaction } from "../store/database";

/** What a job of the queue `operations` carries. */
export interface OperationJob {
  operationId: string;
}

/** Hands an operation to the runner, in the transaction that made it runnable. One job per function runs at a time. */
export async function enqueueOperation(
  ctx: Pick<ServerContext, "jobs">,
  operation: Pick<OperationRecord, "id" | "functionKey">,
  tx?: Transaction,
): Promise<void> {
  const job: OperationJob = { operationId: operation.id };
  await ctx.jobs.send("operations", job, {
    singletonKey: operation.functionKey,
    ...(tx === undefined ? {} : { tx }),
  });
}

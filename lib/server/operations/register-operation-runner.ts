import type { ServerContext } from "../context";
import { listAbandonedOperations } from "../store/operation-store/list-operations";
import { deletePlanCodesBefore } from "../store/plan-store/plan-code";
import { repeat } from "../repeat";
import type { StopWorker } from "../workers";
import { enqueueOperation, type OperationJob } from "./queue";
import { runOperation } from "./run-operation";

/** Operations mostly wait for AWS; more at once would only press on Lambda's 15 control-plane calls a second. */
const CONCURRENCY = 16;
const SWEEP_INTERVAL_MS = 5_000;
/** Long enough to come back to a plan after a weekend. */
const KEEP_CODE_MS = 7 * 86_400_000;

/**
 * Registers the worker that carries operations out, and looks now and then for those whose server died. A job that
 * finds its operation held by another, or ended, does nothing: sending one too many is harmless.
 */
export async function registerOperationRunner(ctx: ServerContext): Promise<StopWorker> {
  await ctx.jobs.work<OperationJob>(
    "operations",
    ({ data, signal }) => runOperation(ctx, data.operationId, signal),
    { concurrency: CONCURRENCY },
  );
  await deletePlanCodesBefore(ctx.database.db, new Date(ctx.clock.now().getTime() - KEEP_CODE_MS));
  await sweep(ctx);
  const sweeping = repeat({
    delayMs: () => SWEEP_INTERVAL_MS,
    run: async () => {
      await sweep(ctx);
      return false;
    },
    onError: (error) => {
      ctx.log.warn("operations not looked through", { reason: String(error) });
    },
  });
  return sweeping.stop;
}

async function sweep(ctx: ServerContext): Promise<void> {
  for (const operation of await listAbandonedOperations(ctx.database.db))
    await enqueueOperation(ctx, operation);
}

import type PgBoss from "pg-boss";
import type { Log } from "../log";
import type { Database } from "../store/database";
import { holdLease, releaseLease, type LeaseKey } from "../store/queries/job-leases";
import { startHeartbeat } from "./heartbeat";
import type { Job } from "./job-queue";

interface JobRun<Data> {
  boss: PgBoss;
  database: Database;
  log: Log;
  queue: string;
  leaseSeconds: number;
  runId: string;
  job: PgBoss.JobWithMetadata<Data>;
  handler: (job: Job<Data>) => Promise<void>;
  /** Aborted when the server stops. */
  signal: AbortSignal;
}

/** How long a job waits whose key another holds. */
const KEY_BUSY_SECONDS = 1;

/** One run of one job: key, heartbeat, handler, outcome. Never rejects: what it cannot record, the expiry settles. */
export async function runJob<Data extends object>(run: JobRun<Data>): Promise<void> {
  const { database, log, queue, leaseSeconds, runId, job } = run;
  try {
    const key = job.singletonKey;
    const lease: LeaseKey | undefined = key === null ? undefined : { queue, key, runId };
    if (lease !== undefined && !(await holdLease(database.db, lease, leaseSeconds))) {
      await postpone(run);
      return;
    }
    await handle(run, lease);
    if (lease !== undefined) await releaseLease(database.db, lease);
  } catch (error) {
    log.error("job outcome not recorded", { queue, jobId: job.id }, error);
  }
}

async function handle<Data extends object>(run: JobRun<Data>, lease: LeaseKey | undefined): Promise<void> {
  const { boss, database, log, queue, leaseSeconds, job, handler, signal } = run;
  const heartbeat = startHeartbeat({ database, log, queue, leaseSeconds, job, lease });
  try {
    await handler({ id: job.id, data: job.data, signal: AbortSignal.any([signal, heartbeat.lost]) });
    if (!heartbeat.lost.aborted) await boss.complete(queue, job.id);
  } catch (error) {
    // Another server has it by now: what becomes of it is no longer ours to say.
    if (heartbeat.lost.aborted) return;
    if (!signal.aborted)
      log.error("job failed", { queue, jobId: job.id, attempt: job.retryCount + 1 }, error);
    await boss.fail(queue, job.id, { message: error instanceof Error ? error.message : String(error) });
  } finally {
    await heartbeat.stop();
  }
}

/** Ends this job and sends it anew, in one transaction: it is neither lost nor counted as a failure. */
async function postpone<Data extends object>({ boss, database, queue, job }: JobRun<Data>): Promise<void> {
  await database.transaction(async (tx) => {
    const db = { executeSql: (text: string, values: unknown[]) => database.executeSql(text, values, tx) };
    await boss.deleteJob(queue, job.id, { db });
    await boss.send(queue, job.data, {
      startAfter: KEY_BUSY_SECONDS,
      db,
      ...(job.singletonKey === null ? {} : { singletonKey: job.singletonKey }),
    });
  });
}

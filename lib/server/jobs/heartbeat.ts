import type { JobWithMetadata } from "pg-boss";
import type { Log } from "../log";
import type { Database } from "../store/database";
import { holdLease, type LeaseKey } from "../store/queries/job-leases";

interface HeartbeatOptions {
  database: Database;
  log: Log;
  queue: string;
  leaseSeconds: number;
  job: Pick<JobWithMetadata<unknown>, "id" | "retryCount">;
  /** Absent for a job without a key. */
  lease: LeaseKey | undefined;
}

export interface Heartbeat {
  /** Aborted when the job can no longer be said to be ours. */
  lost: AbortSignal;
  stop(): Promise<void>;
}

/**
 * pg-boss 10 expires an active job `expire_in` after `started_on` and has no call to prolong it, so `started_on` is
 * moved. `retry_count` grows with every fetch: it tells this run from the next one of the same job.
 */
const stillRunning = `update pgboss.job set started_on = now()
  where name = $1 and id = $2 and retry_count = $3 and state = 'active' returning id`;

/** Prolongs a job's time (and its key's lease) three times per lease, until stopped or lost. */
export function startHeartbeat(options: HeartbeatOptions): Heartbeat {
  const { database, log, queue, leaseSeconds, job, lease } = options;
  const lost = new AbortController();
  let lastBeatAt = performance.now();
  let beating = Promise.resolve();

  const beat = async () => {
    // The key first: it must not outlive the job, or the job's next run would find its own key taken.
    const hasKey = lease === undefined || (await holdLease(database.db, lease, leaseSeconds));
    const { rows } = await database.executeSql(stillRunning, [queue, job.id, job.retryCount]);
    if (!hasKey || rows.length === 0) lost.abort(new Error("The job was taken over by another server."));
    lastBeatAt = performance.now();
  };

  const timer = setInterval(
    () => {
      beating = beating.then(beat).catch((error: unknown) => {
        log.warn("job heartbeat failed", { queue, jobId: job.id, reason: String(error) });
        const silentSeconds = (performance.now() - lastBeatAt) / 1000;
        if (silentSeconds > leaseSeconds) lost.abort(new Error("The job's lease could not be prolonged."));
      });
    },
    (leaseSeconds * 1000) / 3,
  );

  return {
    lost: lost.signal,
    stop: async () => {
      clearInterval(timer);
      await beating;
    },
  };
}

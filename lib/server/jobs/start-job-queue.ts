import PgBoss from "pg-boss";
import type { Log } from "../log";
import type { Database } from "../store/database";
import type { Job, JobQueue, WorkOptions } from "./job-queue";
import { runJob } from "./run-job";
import { startWorker, type Worker } from "./start-worker";
import {
  EXPIRY_CHECK_SECONDS,
  queues as declaredQueues,
  type QueueDefinition,
  type QueueName,
} from "./queues";

const CHANNEL = "mooring_jobs";
/** Any number: pg-boss's own setup fails or deadlocks where two instances start together. */
const SETUP_LOCK = 7_061_003;
const DEFAULT_POLLING_SECONDS = 2;

export interface JobQueueOptions {
  database: Database;
  log: Log;
  ids: { uuid(): string };
  queues?: Readonly<Record<QueueName, QueueDefinition>>;
  expiryCheckSeconds?: number;
}

/**
 * pg-boss 10 for the table of jobs, their retries and their expiry; fetching is our own, because pg-boss 10 has no
 * heartbeat: there, a job's time limit and the wait after a crash are the same number.
 */
export async function startJobQueue(options: JobQueueOptions): Promise<JobQueue> {
  const { database, log, queues = declaredQueues, expiryCheckSeconds = EXPIRY_CHECK_SECONDS } = options;
  const boss = new PgBoss({
    db: { executeSql: (text, values: unknown[]) => database.executeSql(text, values) },
    schedule: false,
  });
  boss.on("error", (error) => {
    log.warn("job queue", { reason: error.message });
  });
  await database.exclusively(SETUP_LOCK, async () => {
    await boss.start();
    await declareQueues(boss, queues);
  });
  const expiry = startExpiry(boss, log, expiryCheckSeconds);

  const workers = new Set<Worker>();
  const unlisten = await database.listen(CHANNEL, (queue) => {
    for (const worker of workers) if (worker.queue === queue) worker.wake();
  });

  return {
    async send(queue, data, { singletonKey, startAfterSeconds, tx } = {}) {
      const id = await boss.send(queue, data, {
        ...(singletonKey === undefined ? {} : { singletonKey }),
        ...(startAfterSeconds === undefined ? {} : { startAfter: startAfterSeconds }),
        ...(tx === undefined
          ? {}
          : {
              db: { executeSql: (text: string, values: unknown[]) => database.executeSql(text, values, tx) },
            }),
      });
      if (id === null) throw new Error(`The queue ${queue} did not take the job.`);
      await database.notify(CHANNEL, queue, tx);
      return id;
    },
    // Resolves at once: the worker goes on until `stop`.
    work<Data extends object>(
      queue: QueueName,
      handler: (job: Job<Data>) => Promise<void>,
      { concurrency = 1, pollingIntervalSeconds = DEFAULT_POLLING_SECONDS }: WorkOptions = {},
    ) {
      const { leaseSeconds } = queues[queue];
      const worker = startWorker<Data>({
        queue,
        concurrency,
        pollingMs: pollingIntervalSeconds * 1000,
        fetch: async () => (await boss.fetch<Data>(queue, { includeMetadata: true }))[0],
        run: (job, signal) =>
          runJob({
            boss,
            database,
            log,
            queue,
            leaseSeconds,
            runId: options.ids.uuid(),
            job,
            handler,
            signal,
          }),
      });
      workers.add(worker);
      return Promise.resolve();
    },
    async stop() {
      clearInterval(expiry);
      await unlisten();
      await Promise.all([...workers].map((worker) => worker.stop()));
      await boss.stop({ graceful: false });
    },
  };
}

/**
 * Gives jobs whose heartbeat stopped back to their queue. pg-boss's own maintenance does so too, but skips a turn when
 * its timer is a little early, and archives and deletes each time.
 */
function startExpiry(boss: PgBoss, log: Log, intervalSeconds: number): NodeJS.Timeout {
  const expire = () => {
    boss.expire().catch((error: unknown) => {
      log.warn("expired jobs not looked for", { reason: String(error) });
    });
  };
  expire();
  return setInterval(expire, intervalSeconds * 1000);
}

/** Creates what is missing and brings what is there to the declared numbers. */
async function declareQueues(boss: PgBoss, queues: Readonly<Record<string, QueueDefinition>>): Promise<void> {
  for (const [name, { retryLimit, retryDelaySeconds, leaseSeconds }] of Object.entries(queues)) {
    const settings = { name, retryLimit, retryDelay: retryDelaySeconds, expireInSeconds: leaseSeconds };
    await boss.createQueue(name, settings);
    await boss.updateQueue(name, settings);
  }
}

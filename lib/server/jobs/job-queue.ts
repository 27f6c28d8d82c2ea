import type { Transaction } from "../store/database";
import type { QueueName } from "./queues";

export interface Job<Data> {
  id: string;
  data: Data;
  /** Aborted when the server stops or another took the job over: leave things so that they can be carried on. */
  signal: AbortSignal;
}

export interface SendOptions {
  /** Jobs of one key never run at the same time, on any instance: one key per function. None is dropped. */
  singletonKey?: string;
  startAfterSeconds?: number;
  /** Sends together with the change: the job exists when, and only when, the transaction commits. */
  tx?: Transaction;
}

export interface WorkOptions {
  /** Jobs that run at the same time in this process; 1 where not given. */
  concurrency?: number;
  /** How long an idle worker sleeps; a job sent from any instance wakes it at once. 2 where not given. */
  pollingIntervalSeconds?: number;
}

/**
 * Durable jobs on the app's own database (pg-boss). A job is run at least once: a handler must be idempotent. When its
 * server dies, another (or the same, restarted) takes it up again within about 30 seconds.
 */
export interface JobQueue {
  /** Resolves to the job's id. */
  send(queue: QueueName, data: object, options?: SendOptions): Promise<string>;
  /** Runs `handler` for each job; a rejection puts the job back, up to its queue's retry limit. */
  work<Data extends object>(
    queue: QueueName,
    handler: (job: Job<Data>) => Promise<void>,
    options?: WorkOptions,
  ): Promise<void>;
  /** Stops taking jobs, aborts those that run, and puts back what did not finish. */
  stop(): Promise<void>;
}

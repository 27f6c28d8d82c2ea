export type QueueName = "operations" | "collect";

export interface QueueDefinition {
  /** How often a job that failed, or whose server died, is tried again. */
  retryLimit: number;
  retryDelaySeconds: number;
  /** How long a job may go without a heartbeat before another server takes it up. */
  leaseSeconds: number;
}

/** How often what outlived its lease is looked for, by every instance. */
export const EXPIRY_CHECK_SECONDS = 5;

/** Every queue there is. A lease of 15 s, a look every 5 s, 1 s of delay and a poll every 2 s: taken up after at most 23 s. */
export const queues: Readonly<Record<QueueName, QueueDefinition>> = {
  operations: { retryLimit: 50, retryDelaySeconds: 1, leaseSeconds: 15 },
  collect: { retryLimit: 5, retryDelaySeconds: 2, leaseSeconds: 15 },
};

export type QueueName = "operations" | "collect" | "retention";

export interface QueueDefinition {
  /** How often a job that failed, or whose server died, is tried again. */
  retryLimit: number;
  retryDelaySeconds: number;
  /** How long a job may go without a heartbeat before another server takes it up. */
  leaseSeconds: number;
}

/** Every queue there is. `leaseSeconds` 15 with a look every 5 s and a poll every 2 s gives at most about 27 s. */
export const queues: Record<QueueName, QueueDefinition> = {
  operations: { retryLimit: 50, retryDelaySeconds: 1, leaseSeconds: 15 },
  collect: { retryLimit: 5, retryDelaySeconds: 2, leaseSeconds: 15 },
  retention: { retryLimit: 1, retryDelaySeconds: 60, leaseSeconds: 15 },
};

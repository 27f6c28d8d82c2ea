/** What the layout worker says once it listens. */
export const WORKER_READY = "elk-worker-ready";

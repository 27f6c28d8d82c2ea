import { registerCollector } from "./collector/register-collector";
import type { ServerContext } from "./context";
import { registerOperationRunner } from "./operations/register-operation-runner";

/** Ends what a worker does by itself (timers); its jobs are ended by the queue. Resolves when nothing of it runs. */
export type StopWorker = () => Promise<void>;

/** What works in the background: each registers its job handlers when the app starts. */
export const workers: readonly ((ctx: ServerContext) => Promise<StopWorker>)[] = [
  registerOperationRunner,
  registerCollector,
];

import { registerCollector } from "./collector/register-collector";
import type { ServerContext } from "./context";
import { registerOperationRunner } from "./operations/register-operation-runner";

/** What works in the background: each registers its job handlers when the app starts. */
export const workers: readonly ((ctx: ServerContext) => Promise<void>)[] = [
  registerOperationRunner,
  registerCollector,
];

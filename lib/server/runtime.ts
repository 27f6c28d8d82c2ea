import type { ServerContext } from "./context";
import { startRuntime, type Runtime } from "./start-runtime";

/** Next gives `instrumentation.ts` and routes different instances of a module; `globalThis` they share. */
const key = Symbol.for("mooring");
const shared = globalThis as typeof globalThis & { [key]: Promise<Runtime> | undefined };

/** The process's one context, started on the first call. Rejects when it could not start; the next call tries again. */
export async function getRuntime(): Promise<ServerContext> {
  const started = (shared[key] ??= startRuntime(process.env));
  try {
    return (await started).context;
  } catch (error) {
    if (shared[key] === started) shared[key] = undefined;
    throw error;
  }
}

/** Stops workers, streams and the store; resolves when the data folder is free. */
export async function stopRuntime(): Promise<void> {
  const started = shared[key];
  shared[key] = undefined;
  if (started !== undefined) await (await started).stop();
}

import type { ELK, ElkNode } from "elkjs/lib/elk-api";
import { LAYOUT_DEADLINE_MS, START_DEADLINE_MS } from "./layout-result";
import { withDeadline } from "./with-deadline";
import { WORKER_READY } from "./worker-greeting";

/** One worker per page, begun at the first diagram; dropped when it fails, so that a retry begins a new one. */
let engine: Promise<ELK> | undefined;

/** Asks the worker for a layout. Throws `DeadlineError` after the deadline, and what the worker throws. */
export async function runElk(graph: ElkNode): Promise<ElkNode> {
  engine ??= startEngine();
  const started = engine;
  try {
    const elk = await started;
    return await withDeadline(elk.layout(graph), LAYOUT_DEADLINE_MS);
  } catch (error) {
    stopEngine(started);
    throw error;
  }
}

/** A layout that runs too long can only be stopped with its worker. */
function stopEngine(stopped: Promise<ELK>): void {
  if (engine === stopped) engine = undefined;
  stopped.then(
    (elk) => {
      elk.terminateWorker();
    },
    () => undefined,
  );
}

async function startEngine(): Promise<ELK> {
  const [{ default: ElkApi }, worker] = await Promise.all([import("elkjs/lib/elk-api.js"), startWorker()]);
  return new ElkApi({ workerFactory: () => worker });
}

async function startWorker(): Promise<Worker> {
  const worker = new Worker(new URL("./elk-worker.ts", import.meta.url), { type: "module" });
  const ready = new Promise<Worker>((resolve, reject) => {
    worker.onmessage = (event: MessageEvent<unknown>) => {
      if (event.data === WORKER_READY) resolve(worker);
    };
    worker.onerror = (event) => {
      reject(new Error(event.message || "The layout worker could not be loaded"));
    };
  });
  try {
    return await withDeadline(ready, START_DEADLINE_MS);
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

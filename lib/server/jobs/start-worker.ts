import type { JobWithMetadata } from "pg-boss";

export interface Worker {
  queue: string;
  /** Looks for jobs now instead of at the next poll. */
  wake(): void;
  /** Takes no more jobs, aborts those that run, and waits for them a while. */
  stop(): Promise<void>;
}

interface WorkerOptions<Data> {
  queue: string;
  concurrency: number;
  pollingMs: number;
  fetch(): Promise<JobWithMetadata<Data> | undefined>;
  /** Never rejects. */
  run(job: JobWithMetadata<Data>, signal: AbortSignal): Promise<void>;
}

/** How long a handler has to leave things in order when the server stops; after that its lease runs out. */
const STOP_GRACE_MS = 8_000;

/** Fetches jobs and runs at most `concurrency` of them at a time, until stopped. */
export function startWorker<Data>(options: WorkerOptions<Data>): Worker {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  let isWoken = false;
  let endPause: (() => void) | undefined;

  const wake = () => {
    isWoken = true;
    endPause?.();
  };

  const pause = async () => {
    if (isWoken || stopping.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, options.pollingMs);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    endPause = undefined;
  };

  const takeJobs = async () => {
    while (running.size < options.concurrency && !stopping.signal.aborted) {
      const job = await options.fetch();
      if (job === undefined) return;
      const run = options.run(job, stopping.signal).then(() => {
        running.delete(run);
        wake();
      });
      running.add(run);
    }
  };

  const loop = async () => {
    while (!stopping.signal.aborted) {
      isWoken = false;
      await takeJobs();
      await pause();
    }
  };
  const done = loop();

  return {
    queue: options.queue,
    wake,
    async stop() {
      stopping.abort();
      wake();
      await done;
      const grace = new AbortController();
      const timer = setTimeout(() => {
        grace.abort();
      }, STOP_GRACE_MS);
      const graceOver = new Promise<void>((resolve) => {
        grace.signal.addEventListener("abort", () => {
          resolve();
        });
      });
      await Promise.race([Promise.all(running), graceOver]);
      clearTimeout(timer);
    },
  };
}

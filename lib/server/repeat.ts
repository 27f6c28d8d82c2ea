export interface RepeatOptions {
  /** How long to wait before the next run, from how many there were. */
  delayMs: (runs: number) => number;
  /** Resolves to true where nothing is left to do. A rejection is told to `onError`, and the next run comes. */
  run: () => Promise<boolean>;
  onError: (error: unknown) => void;
}

/** Runs something now and then, never twice at once, without keeping the process alive. */
export function repeat({ delayMs, run, onError }: RepeatOptions): { stop: () => Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let isStopped = false;

  const schedule = (runs: number) => {
    if (isStopped) return;
    timer = setTimeout(() => {
      running = once(runs);
    }, delayMs(runs));
    timer.unref();
  };
  const once = async (runs: number) => {
    try {
      if (await run()) return;
    } catch (error) {
      onError(error);
    }
    schedule(runs + 1);
  };
  schedule(0);
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

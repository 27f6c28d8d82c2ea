export interface WakeSignal {
  wakeAll(): void;
  /** Resolves at the next wake from now on, after `timeoutMs`, or when aborted. */
  next(signal: AbortSignal, timeoutMs: number): Promise<void>;
}

/** Lets many wait for one notification. */
export function createWakeSignal(): WakeSignal {
  const waiting = new Set<() => void>();
  return {
    wakeAll: () => {
      for (const resume of [...waiting]) resume();
    },
    next: (signal, timeoutMs) =>
      new Promise((resolve) => {
        const resume = () => {
          waiting.delete(resume);
          clearTimeout(timer);
          signal.removeEventListener("abort", resume);
          resolve();
        };
        const timer = setTimeout(resume, timeoutMs);
        waiting.add(resume);
        signal.addEventListener("abort", resume);
        if (signal.aborted) resume();
      }),
  };
}

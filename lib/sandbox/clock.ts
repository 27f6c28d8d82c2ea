/**
 * The sandbox's time. Dates follow the machine's clock plus whatever was advanced, so that timestamps look right to a
 * person; only the *durations* of AWS's own processes (building an interface, settling an update) are divided by `speed`.
 */
export interface SandboxClock {
  /** Milliseconds since the epoch, in the sandbox's time. */
  now(): number;
  /** How long a process that takes `awsMs` on AWS takes here, in milliseconds of the sandbox's time. */
  duration(awsMs: number): number;
  /** Moves the sandbox's time forward. */
  advance(ms: number): void;
  /** How much `advance` has added so far, in milliseconds: kept with the world. */
  readonly offsetMs: number;
  readonly speed: number;
}

/** A clock over `realNow` (the machine's clock by default). Throws RangeError when `speed` is not above zero. */
export function createSandboxClock(options: {
  speed: number;
  offsetMs?: number;
  realNow?: () => number;
}): SandboxClock {
  const { speed, realNow = Date.now } = options;
  if (!(speed > 0) || !Number.isFinite(speed)) {
    throw new RangeError(`The sandbox's speed must be a number above zero, not ${String(speed)}.`);
  }
  let offsetMs = options.offsetMs ?? 0;
  return {
    now: () => realNow() + offsetMs,
    duration: (awsMs) => awsMs / speed,
    advance: (ms) => {
      if (!(ms >= 0)) throw new RangeError("The sandbox's clock only moves forward.");
      offsetMs += ms;
    },
    get offsetMs() {
      return offsetMs;
    },
    speed,
  };
}

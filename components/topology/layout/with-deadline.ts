/** Thrown where a promise took longer than it may. */
export class DeadlineError extends Error {
  override readonly name = "DeadlineError";
  readonly afterMs: number;

  constructor(afterMs: number) {
    super(`No answer within ${afterMs / 1000} s`);
    this.afterMs = afterMs;
  }
}

/** The promise's own outcome, or a `DeadlineError` after `deadlineMs` milliseconds. */
export async function withDeadline<Value>(promise: Promise<Value>, deadlineMs: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new DeadlineError(deadlineMs));
    }, deadlineMs);
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

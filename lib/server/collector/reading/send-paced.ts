import { toAwsFailure } from "../../aws/errors/aws-failure";
import type { PacedRequest, Pacer } from "../../aws/pacing/pacer";

/** SDK guides, "Retry behavior": the delay doubles from half a second after throttling, 20 s at most. */
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 20_000;

/**
 * Sends one request when its API's rate allows. Throttling is waited out for as long as it takes (the signal ends it):
 * it slows a reading and never makes a gap. Any other error is thrown as it is; the SDK has retried it by then.
 */
export async function sendPaced<T>(
  pacer: Pacer,
  request: PacedRequest,
  send: () => Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    await pacer.take(request, signal);
    try {
      return await send();
    } catch (error) {
      signal?.throwIfAborted();
      if (toAwsFailure(error).kind !== "throttled") throw error;
      pacer.drain(request);
      const delayMs = Math.min(FIRST_DELAY_MS * 2 ** attempt, LONGEST_DELAY_MS);
      // Full jitter: those who were throttled together must not come back together.
      await pacer.sleep(Math.random() * delayMs, signal);
    }
  }
}

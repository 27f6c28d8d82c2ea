import { toAwsFailure } from "../../aws/errors/aws-failure";
import type { PacedRequest, Pacer } from "../../aws/pacing/pacer";
import type { CallRecord } from "./call-record";
import { retryDelayMs } from "./retry-delay";

export interface PacedSending {
  pacer: Pacer;
  request: PacedRequest;
  record: CallRecord;
  signal: AbortSignal | undefined;
}

/**
 * Sends one request when its API's rate allows, and again where that is worth it. Throttling is waited out for as long
 * as it takes (the signal ends it): it slows a reading and never makes a gap. `send` must make one attempt.
 */
export async function sendPaced<T>(
  { pacer, request, record, signal }: PacedSending,
  send: () => Promise<T>,
): Promise<T> {
  for (let attempts = 1; ; attempts += 1) {
    await countWait(record, pacer.take(request, signal));
    record.requests += 1;
    try {
      return await send();
    } catch (error) {
      signal?.throwIfAborted();
      const failure = toAwsFailure(error);
      const longestMs = retryDelayMs(failure, attempts);
      if (longestMs === undefined) throw error;
      record.retries += 1;
      if (failure.kind === "throttled") {
        record.throttled += 1;
        pacer.slowDown(request);
      }
      // Full jitter: those who failed together must not come back together.
      const delayMs = Math.random() * longestMs;
      await countWait(
        record,
        pacer.sleep(delayMs, signal).then(() => delayMs),
      );
    }
  }
}

/** Requests of one call may wait at the same time: what they wait together counts once. */
async function countWait(record: CallRecord, waiting: Promise<number>): Promise<void> {
  const before = record.waitedMs;
  const waitedMs = await waiting;
  record.waitedMs = Math.max(record.waitedMs, before + waitedMs);
}

import { setTimeout as delay } from "node:timers/promises";
import type { Pacer } from "../../aws/pacing/pacer";
import type { FromReadingThread } from "./reading-messages";

/** The server's pacer, asked by messages. `onTurn` is to be called with each of its answers. */
export function createDistantPacer(send: (message: FromReadingThread) => void): {
  pacer: Pacer;
  onTurn: (turnId: number, waitedMs: number) => void;
} {
  const waiting = new Map<number, (waitedMs: number) => void>();
  let turns = 0;
  const pacer: Pacer = {
    take: (request, signal) => {
      signal?.throwIfAborted();
      turns += 1;
      const turnId = turns;
      return new Promise((resolve, reject) => {
        const leave = () => {
          waiting.delete(turnId);
          send({ kind: "leave", turnId });
          // Whatever the signal was aborted with, as for every other wait.
          reject(signal?.reason as Error);
        };
        waiting.set(turnId, (waitedMs) => {
          signal?.removeEventListener("abort", leave);
          resolve(waitedMs);
        });
        signal?.addEventListener("abort", leave, { once: true });
        send({ kind: "take", turnId, request });
      });
    },
    count: (request) => {
      send({ kind: "count", request });
    },
    slowDown: (request) => {
      send({ kind: "slow-down", request });
    },
    sleep: (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }),
  };
  return {
    pacer,
    onTurn: (turnId, waitedMs) => {
      const go = waiting.get(turnId);
      waiting.delete(turnId);
      go?.(waitedMs);
    },
  };
}

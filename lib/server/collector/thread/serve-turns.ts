import type { Pacer } from "../../aws/pacing/pacer";
import type { FromReadingThread } from "./reading-messages";

export interface TurnServer {
  serve(message: Extract<FromReadingThread, { request: unknown } | { kind: "leave" }>): void;
  /** Whoever waits leaves the line: the thread is gone. */
  stop(): void;
}

/** Lets a thread wait in the lines of the process's pacer. `onTurn` is told when a turn has come. */
export function serveTurns(pacer: Pacer, onTurn: (turnId: number, waitedMs: number) => void): TurnServer {
  const waiting = new Map<number, AbortController>();
  const leave = (turnId: number) => waiting.get(turnId)?.abort();
  return {
    serve: (message) => {
      switch (message.kind) {
        case "take": {
          const { turnId, request } = message;
          const left = new AbortController();
          waiting.set(turnId, left);
          void pacer
            .take(request, left.signal)
            .then(
              (waitedMs) => {
                onTurn(turnId, waitedMs);
              },
              () => undefined,
            )
            .finally(() => waiting.delete(turnId));
          return;
        }
        case "leave":
          leave(message.turnId);
          return;
        case "count":
          pacer.count(message.request);
          return;
        case "slow-down":
          pacer.slowDown(message.request);
          return;
      }
    },
    stop: () => {
      for (const turnId of waiting.keys()) leave(turnId);
    },
  };
}

import { Worker } from "node:worker_threads";
import type { AwsClientsOptions } from "../../aws/aws-clients";
import { unpackAwsError } from "../../aws/errors/carry-aws-error";
import type { Pacer } from "../../aws/pacing/pacer";
import type { RegionFollower, RegionRead, RegionReader } from "../reading/region-reader";
import { findWorker } from "../workers/find-worker";
import { serveTurns, type TurnServer } from "./serve-turns";
import type { Carried, FromReadingThread, ReadingThreadData, ToReadingThread } from "./reading-messages";

export interface ReadingThreadOptions {
  aws: Omit<AwsClientsOptions, "pacer">;
  /** The process's one pacer. */
  pacer: Pacer;
  /** How long a thread without work is kept: a refresh every few seconds finds it warm. */
  idleMs?: number;
}

const IDLE_MS = 60_000;

/** A reading that goes on in the thread. */
interface UnderWay {
  follower: RegionFollower;
  /** What `onCall` still does. */
  storing: Promise<void>[];
  end: (read: Carried<RegionRead, "outage">) => void;
  fail: (error: unknown) => void;
}

interface Thread {
  worker: Worker;
  turns: TurnServer;
  underWay: Map<number, UnderWay>;
}

/**
 * Reads in a thread of its own, started when first needed, so that neither the SDK's parsing nor packing holds the
 * event loop that serves pages. Where the thread breaks, what it was reading rejects, and the next reading has another.
 */
export function createThreadReader({ aws, pacer, idleMs = IDLE_MS }: ReadingThreadOptions): RegionReader {
  let starting: Promise<Thread> | undefined;
  let idle: NodeJS.Timeout | undefined;
  let readings = 0;
  let active = 0;

  async function stop(): Promise<void> {
    clearTimeout(idle);
    const ending = starting;
    starting = undefined;
    if (ending !== undefined) await (await ending).worker.terminate();
  }

  async function getThread(): Promise<Thread> {
    clearTimeout(idle);
    if (starting !== undefined) return starting;
    const mine = startThread({ aws }, pacer, () => {
      if (starting === mine) starting = undefined;
    });
    starting = mine;
    return mine;
  }

  return {
    read: async (request, follower) => {
      follower.signal?.throwIfAborted();
      active += 1;
      readings += 1;
      const readingId = readings;
      try {
        const thread = await getThread();
        return await follow(thread, readingId, follower, () => {
          tell(thread.worker, { kind: "read", readingId, request });
        });
      } finally {
        active -= 1;
        if (active === 0) idle = setTimeout(() => void stop(), idleMs).unref();
      }
    },
    stop,
  };
}

function tell(worker: Worker, message: ToReadingThread): void {
  worker.postMessage(message);
}

/** `onEnd` is called once, when the thread is gone or could not be started. */
async function startThread(data: ReadingThreadData, pacer: Pacer, onEnd: () => void): Promise<Thread> {
  const file = await findWorker("reading-worker").catch((error: unknown) => {
    onEnd();
    throw error;
  });
  const worker = new Worker(file, { workerData: data });
  const turns = serveTurns(pacer, (turnId, waitedMs) => {
    tell(worker, { kind: "turn", turnId, waitedMs });
  });
  const underWay = new Map<number, UnderWay>();
  const fail = (error: unknown) => {
    turns.stop();
    for (const reading of underWay.values()) reading.fail(error);
  };
  // Only `reading-worker.ts` posts here, and it posts nothing else.
  worker.on("message", (message: FromReadingThread) => {
    if ("request" in message || message.kind === "leave") turns.serve(message);
    else receive(message, underWay.get(message.readingId));
  });
  worker.once("error", fail);
  worker.once("exit", (code) => {
    onEnd();
    fail(new Error(`The thread that reads AWS ended with code ${String(code)}.`));
  });
  // A reading keeps the process alive by what it waits for; an idle thread must not.
  worker.unref();
  return { worker, turns, underWay };
}

type OfReading = Extract<FromReadingThread, { readingId: number }>;

/** What comes after a reading was aborted is of no use to anybody. */
function receive(message: OfReading, reading: UnderWay | undefined): void {
  if (reading === undefined) return;
  switch (message.kind) {
    case "progress":
      reading.follower.onProgress?.(message.progress);
      return;
    case "call": {
      const { error, ...call } = message.call;
      const carried = error === undefined ? {} : { error: unpackAwsError(error) };
      const storing = reading.follower.onCall({ ...call, ...carried });
      reading.storing.push(storing);
      storing.catch(reading.fail);
      return;
    }
    case "done":
      reading.end(message.read);
      return;
    case "broken":
      reading.fail(message.error);
      return;
  }
}

async function follow(
  { worker, underWay }: Thread,
  readingId: number,
  follower: RegionFollower,
  begin: () => void,
): Promise<RegionRead> {
  const { signal } = follower;
  const storing: Promise<void>[] = [];
  const ended = new Promise<Carried<RegionRead, "outage">>((resolve, reject) => {
    underWay.set(readingId, { follower, storing, end: resolve, fail: reject });
  });
  const abort = () => underWay.get(readingId)?.fail(signal?.reason);
  signal?.addEventListener("abort", abort, { once: true });
  try {
    begin();
    const { outage, ...read } = await ended;
    await Promise.all(storing);
    signal?.throwIfAborted();
    return { ...read, ...(outage === undefined ? {} : { outage: unpackAwsError(outage) }) };
  } catch (error) {
    tell(worker, { kind: "abort", readingId });
    throw error;
  } finally {
    signal?.removeEventListener("abort", abort);
    underWay.delete(readingId);
  }
}

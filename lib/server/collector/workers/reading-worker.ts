import { parentPort, workerData } from "node:worker_threads";
import { createAwsClients } from "../../aws/aws-clients";
import { packAwsError } from "../../aws/errors/carry-aws-error";
import { createRegionReader, type ReadCall, type RegionRequest } from "../reading/region-reader";
import { createDistantPacer } from "../thread/distant-pacer";
import type { FromReadingThread, ReadingThreadData, ToReadingThread } from "../thread/reading-messages";

/** Runs in a worker thread: the SDK parses an answer in one go, a page of 1,000 instances for a quarter of a second. */

const port = parentPort;
if (port === null) throw new Error("reading-worker runs in a worker thread only.");
// Only `reading-thread.ts` starts it, with just this.
const { aws: options } = workerData as ReadingThreadData;
const { pacer, onTurn } = createDistantPacer(send);
const aws = createAwsClients({ ...options, pacer });
const reader = createRegionReader({ aws, clock: { now: () => new Date() } });
const underWay = new Map<number, AbortController>();

port.on("message", (message: ToReadingThread) => {
  switch (message.kind) {
    case "read":
      void read(message.readingId, message.request);
      return;
    case "abort":
      underWay.get(message.readingId)?.abort(new Error("The reading was stopped."));
      return;
    case "turn":
      onTurn(message.turnId, message.waitedMs);
      return;
  }
});

function send(message: FromReadingThread, transfer: ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}

async function read(readingId: number, request: RegionRequest): Promise<void> {
  const controller = new AbortController();
  underWay.set(readingId, controller);
  try {
    const { outage, ...read } = await reader.read(request, {
      signal: controller.signal,
      onProgress: (progress) => {
        send({ kind: "progress", readingId, progress });
      },
      onCall: (call) => {
        sendCall(readingId, call);
        return Promise.resolve();
      },
    });
    const carried = outage === undefined ? {} : { outage: packAwsError(outage) };
    send({ kind: "done", readingId, read: { ...read, ...carried } });
  } catch (error) {
    send({ kind: "broken", readingId, error });
  } finally {
    underWay.delete(readingId);
  }
}

function sendCall(readingId: number, { error, ...call }: ReadCall): void {
  const carried = error === undefined ? {} : { error: packAwsError(error) };
  send(
    { kind: "call", readingId, call: { ...call, ...carried } },
    (call.chunks ?? []).map(({ data }) => data.buffer),
  );
}

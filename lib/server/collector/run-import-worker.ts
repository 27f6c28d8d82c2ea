import { Worker } from "node:worker_threads";
import { ApiError } from "../http/api-error";
import type { PlacedChunk } from "../store/snapshot-store/place-parts";
import { findImportWorker } from "./find-import-worker";
import type { FromImportWorker, ParsedImport, ToImportWorker } from "./import-messages";

export interface ImportRun {
  /** Resolves when the whole body was received and read; rejects with ApiError where it is refused. */
  parsed: Promise<ParsedImport>;
  /** What is to be stored, after `parsed`. Rejects where the worker broke. */
  chunks(): AsyncGenerator<{ captureIndex: number; chunks: PlacedChunk[] }>;
  /** Ends the worker, whatever it does. */
  stop(): Promise<void>;
}

/** A quarter of a gigabyte of JSON as text, as values and as JSON again. Reserved only when it is needed. */
const MAX_HEAP_MB = 4096;

/** Starts the worker and feeds it the body as it arrives. Rejects with whatever `body` throws. */
export async function startImportWorker(
  body: AsyncIterable<Uint8Array>,
  capturedAt: string,
): Promise<ImportRun> {
  const worker = new Worker(await findImportWorker(), {
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  const messages = receive(worker);
  try {
    for await (const bytes of body) {
      const own = Uint8Array.from(bytes);
      tell(worker, { kind: "bytes", bytes: own }, [own.buffer]);
    }
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  tell(worker, { kind: "end", capturedAt });
  return {
    parsed: firstAnswer(messages),
    async *chunks() {
      for await (const message of messages) {
        if (message.kind === "done") return;
        if (message.kind !== "chunks")
          throw new Error(`The import's worker said ${message.kind} out of turn.`);
        yield message;
        tell(worker, { kind: "more" });
      }
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}

function tell(worker: Worker, message: ToImportWorker, transfer: ArrayBuffer[] = []): void {
  worker.postMessage(message, transfer);
}

async function firstAnswer(messages: AsyncGenerator<FromImportWorker>): Promise<ParsedImport> {
  const { value } = await messages.next();
  if (value?.kind === "parsed") return value.result;
  if (value?.kind === "refused") {
    throw new ApiError(
      "invalid_request",
      value.message,
      value.field === undefined ? {} : { field: value.field },
    );
  }
  throw new Error("The import's worker ended without an answer.");
}

/** The worker's messages in order; throws where it broke, ends where it was stopped. */
function receive(worker: Worker): AsyncGenerator<FromImportWorker> {
  const waiting: FromImportWorker[] = [];
  let failure: Error | undefined;
  let hasEnded = false;
  let wake: (() => void) | undefined;
  worker.on("message", (message: FromImportWorker) => {
    waiting.push(message);
    wake?.();
  });
  worker.on("error", (error: Error) => {
    failure = toFailure(error);
    wake?.();
  });
  worker.on("exit", () => {
    hasEnded = true;
    wake?.();
  });
  return (async function* () {
    for (;;) {
      const next = waiting.shift();
      if (next !== undefined) {
        yield next;
        continue;
      }
      if (failure !== undefined) throw failure;
      if (hasEnded) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  })();
}

function toFailure(error: Error): Error {
  if (!("code" in error) || error.code !== "ERR_WORKER_OUT_OF_MEMORY") return error;
  return new ApiError("too_large", "The import needs more memory than Mooring has.", {
    nextStep: "Import fewer documents at a time.",
    cause: error,
  });
}

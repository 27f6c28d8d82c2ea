import { on } from "node:events";
import { Worker } from "node:worker_threads";
import { ApiError } from "../../http/api-error";
import type { PlacedChunk } from "../../store/snapshot-store/place-parts";
import { findWorker } from "../workers/find-worker";
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
  const worker = new Worker(await findWorker("import-worker"), {
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

async function firstAnswer(messages: Messages): Promise<ParsedImport> {
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

type Messages = AsyncGenerator<FromImportWorker, undefined>;

/** The worker's messages in order; throws where it broke, ends where it was stopped. Listens from now on. */
function receive(worker: Worker): Messages {
  const events = on(worker, "message", { close: ["exit"] });
  return (async function* () {
    try {
      for await (const [message] of events) {
        // Only `import-worker.ts` posts here, and it posts nothing else.
        yield message as FromImportWorker;
      }
    } catch (error) {
      throw toFailure(error);
    }
    return undefined;
  })();
}

function toFailure(error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error) || error.code !== "ERR_WORKER_OUT_OF_MEMORY")
    return error;
  return new ApiError("too_large", "The import needs more memory than Mooring has.", {
    nextStep: "Import fewer documents at a time.",
    cause: error,
  });
}

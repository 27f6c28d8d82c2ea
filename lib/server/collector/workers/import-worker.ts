import { parentPort } from "node:worker_threads";
import { createSnapshotInput } from "@/lib/contract/snapshots";
import { findJsonError } from "@/lib/core/network/import/json/find-json-error";
import { ImportError } from "@/lib/core/network/import/import-error";
import { startImport, type ImportResult } from "@/lib/core/network/import/parse-documents";
import { toFieldError } from "../../http/request/to-field-error";
import { toParts } from "../../store/snapshot-store/capture-parts";
import { placeParts } from "../../store/snapshot-store/place-parts";
import type { PlacedChunk } from "../../store/snapshot-store/place-parts";
import type { FromImportWorker, ParsedImport, ToImportWorker } from "../import/import-messages";

/** Runs in a worker thread: parsing 100 MB holds this thread's event loop, and nobody else's. */

/** Bytes of JSON that are sent before they are stored: what the server tells as progress in one step. */
const BATCH_BYTES = 4_000_000;

const port = parentPort;
if (port === null) throw new Error("import-worker runs in a worker thread only.");
const received: Uint8Array[] = [];
let resume: (() => void) | undefined;

port.on("message", (message: ToImportWorker) => {
  switch (message.kind) {
    case "bytes":
      received.push(message.bytes);
      return;
    case "end":
      void importBody(message.capturedAt);
      return;
    case "more":
      resume?.();
      return;
  }
});

function send(message: FromImportWorker, transfer: ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}

async function importBody(capturedAt: string): Promise<void> {
  const parsed = parseBody(capturedAt);
  if (parsed === null) return;
  const { result, name } = parsed;
  send({ kind: "parsed", result: toParsedImport(name, result) });
  for (const [captureIndex, capture] of result.captures.entries()) {
    await sendChunks(captureIndex, placeParts(toParts(capture)));
  }
  send({ kind: "done" });
}

async function sendChunks(captureIndex: number, placed: AsyncIterable<PlacedChunk>): Promise<void> {
  let chunks: PlacedChunk[] = [];
  let bytes = 0;
  const flush = async () => {
    if (chunks.length === 0) return;
    const stored = new Promise<void>((resolve) => {
      resume = resolve;
    });
    send(
      { kind: "chunks", captureIndex, chunks },
      chunks.map(({ data }) => data.buffer),
    );
    chunks = [];
    bytes = 0;
    await stored;
  };
  for await (const chunk of placed) {
    chunks.push(chunk);
    bytes += chunk.size;
    if (bytes >= BATCH_BYTES) await flush();
  }
  await flush();
}

/** Null where the body was refused, and the server told why. */
function parseBody(capturedAt: string): { name: string; result: ImportResult } | null {
  const body = parseJson(decodeReceived());
  if (body === null) return null;
  const input = createSnapshotInput.safeParse(body.value, { reportInput: true });
  if (!input.success) return refuse(toFieldError(input.error));
  if (input.data.source !== "import") {
    return refuse({ field: "source", message: "source must be import in a body of this size." });
  }
  try {
    const running = startImport({ capturedAt });
    for (const document of input.data.documents) running.add(document);
    return { name: input.data.name, result: running.finish() };
  } catch (error) {
    if (error instanceof ImportError) return refuse({ field: "documents", message: error.message });
    throw error;
  }
}

function refuse({ field, message }: { field?: string; message: string }): null {
  send({ kind: "refused", message, ...(field === undefined || field === "" ? {} : { field }) });
  return null;
}

/** The body as text; what was received is let go as it is read, so that both are never whole in memory. */
function decodeReceived(): string | null {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parts: string[] = [];
  try {
    for (let bytes = received.shift(); bytes !== undefined; bytes = received.shift()) {
      parts.push(decoder.decode(bytes, { stream: true }));
    }
    parts.push(decoder.decode());
  } catch {
    // The decoder says only that it failed; which byte it was, nobody could look up.
    return refuse({ message: "The body is not UTF-8." });
  }
  return parts.join("");
}

function parseJson(text: string | null): { value: unknown } | null {
  if (text === null) return null;
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    // The engine's own message quotes the body and often names no place: the place is looked for again.
    const found = findJsonError(text);
    const place = found === undefined ? "" : `, line ${String(found.line)}, column ${String(found.column)}`;
    return refuse({ message: `The body is not JSON${place}.` });
  }
}

function toParsedImport(name: string, { captures, counts, warnings }: ImportResult): ParsedImport {
  return {
    name,
    counts,
    warnings,
    captures: captures.map(({ accountId, region, capturedAt, coverage }) => ({
      accountId,
      region,
      capturedAt,
      coverage,
    })),
  };
}

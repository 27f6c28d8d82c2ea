import type { CoverageEntry, SnapshotWarning } from "@/lib/core/network/snapshot";
import type { PlacedChunk } from "../../store/snapshot-store/place-parts";

/** What the server tells the import's worker. Bytes are handed over, not copied. */
export type ToImportWorker =
  | { kind: "bytes"; bytes: Uint8Array }
  /** The body is complete; `capturedAt` is ISO 8601. */
  | { kind: "end"; capturedAt: string }
  /** What was sent is stored: send more. */
  | { kind: "more" };

/** A capture without its content, which follows as chunks. */
interface ImportedCapture {
  accountId: string | null;
  region: string | null;
  capturedAt: string;
  coverage: CoverageEntry[];
}

export interface ParsedImport {
  name: string;
  captures: ImportedCapture[];
  counts: Record<string, number>;
  warnings: SnapshotWarning[];
}

/** What the worker answers, in this order: `refused`, or `parsed`, then `chunks` until `done`. */
export type FromImportWorker =
  | { kind: "refused"; message: string; field?: string }
  | { kind: "parsed"; result: ParsedImport }
  | { kind: "chunks"; captureIndex: number; chunks: PlacedChunk[] }
  | { kind: "done" };

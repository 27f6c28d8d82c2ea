import type { Capture } from "@/lib/core/network/snapshot";
import type { Database } from "../database";
import { captures } from "../schema/captures";
import { toParts, type CapturePart } from "./capture-parts";
import { encodeChunks } from "./encode-chunks";
import { writeChunks, type PlacedChunk } from "./write-chunks";

export interface CaptureRow extends Pick<Capture, "accountId" | "region" | "capturedAt" | "coverage"> {
  id: string;
  snapshotId: string;
}

/** Stores one capture of a snapshot that is still being made. Rejects where the snapshot is gone. */
export async function saveCapture(
  database: Database,
  row: Pick<CaptureRow, "id" | "snapshotId">,
  capture: Capture,
): Promise<void> {
  const { accountId, region, capturedAt, coverage } = capture;
  await insertCapture(database, { ...row, accountId, region, capturedAt, coverage });
  await writeChunks(database, row.id, placeParts(toParts(capture)));
}

/** The capture without its content, which `writeChunks` adds. */
export async function insertCapture(database: Database, row: CaptureRow): Promise<void> {
  await database.db.insert(captures).values({ ...row, capturedAt: new Date(row.capturedAt) });
}

/** All chunks of all parts, each encoded when it is asked for. */
export async function* placeParts(parts: readonly CapturePart[]): AsyncGenerator<PlacedChunk> {
  for (const { name, items } of parts) {
    let ordinal = 0;
    for await (const chunk of encodeChunks(items)) {
      yield { ...chunk, partName: name, ordinal };
      ordinal += 1;
    }
  }
}

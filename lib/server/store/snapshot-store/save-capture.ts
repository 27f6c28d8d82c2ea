import { eq } from "drizzle-orm";
import type { Capture } from "@/lib/core/network/snapshot";
import type { Database, Executor } from "../database";
import { captures } from "../schema/captures";
import { toParts } from "./capture-parts";
import { placeParts } from "./place-parts";
import { writeChunks } from "./write-chunks";

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
  await insertCapture(database.db, { ...row, accountId, region, capturedAt, coverage });
  await writeChunks(database, row.id, placeParts(toParts(capture)));
}

/** The capture without its content, which `writeChunks` adds. */
export async function insertCapture(executor: Executor, row: CaptureRow): Promise<void> {
  await executor.insert(captures).values({ ...row, capturedAt: new Date(row.capturedAt) });
}

/** What is known of a capture only when it was read to its end. */
export async function updateCapture(
  executor: Executor,
  id: string,
  { accountId, coverage }: Pick<CaptureRow, "accountId" | "coverage">,
): Promise<void> {
  await executor.update(captures).set({ accountId, coverage }).where(eq(captures.id, id));
}

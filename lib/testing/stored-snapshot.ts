import { randomUUID } from "node:crypto";
import type { Capture } from "@/lib/core/network/snapshot";
import type { Database } from "@/lib/server/store/database";
import { saveCapture } from "@/lib/server/store/snapshot-store/save-capture";
import { insertSnapshot } from "@/lib/server/store/snapshot-store/snapshot-rows";
import { CAPTURED_AT } from "./builders/snapshot";

/** Puts a finished live snapshot of these captures into the store and gives its id. */
export async function storeSnapshot(
  database: Database,
  captures: Capture[],
  capturedAt = CAPTURED_AT,
): Promise<string> {
  const { id } = await insertSnapshot(database.db, {
    id: randomUUID(),
    name: "test",
    source: "live",
    status: "ready",
    capturedAt: new Date(capturedAt),
    createdAt: new Date(capturedAt),
    counts: {},
    warnings: [],
  });
  for (const capture of captures) {
    await saveCapture(database, { id: randomUUID(), snapshotId: id }, capture);
  }
  return id;
}

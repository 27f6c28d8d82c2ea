import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { hasPermission } from "@/lib/core/access/permissions";
import { writeAudit } from "../../audit/write-audit";
import type { ParsedImport } from "../../collector/import/import-messages";
import { limitConcurrency } from "../../collector/reading/limit-concurrency";
import { publishSnapshot } from "../../collector/publish-snapshot";
import { startImportWorker, type ImportRun } from "../../collector/import/run-import-worker";
import { storeImport } from "../../collector/import/store-import";
import type { RequestContext } from "../../context";
import { ApiError } from "../../http/api-error";
import { insertSnapshot } from "../../store/snapshot-store/snapshot-rows";
import type { CreateSnapshotRequest } from "./create-snapshot";
import { getSnapshot } from "./get-snapshot";

/** One at a time: each may hold a gigabyte while it is parsed. The others' bodies wait unread. */
const inTurn = limitConcurrency(1);

/**
 * Imports recorded answers. A body that is refused (not JSON, a document that is not, a missing name) leaves nothing
 * behind: the snapshot exists from when it was read to its end. Throws ApiError.
 */
export async function importSnapshot(
  ctx: RequestContext,
  { body, bodyBytes, isAsync }: CreateSnapshotRequest,
): Promise<SnapshotSummary> {
  if (!hasPermission(ctx.actor.role, "snapshots:import")) {
    throw new ApiError("forbidden", `Your role (${ctx.actor.role}) does not include snapshots:import.`);
  }
  return inTurn(async () => {
    const capturedAt = ctx.clock.now();
    const run = await startImportWorker(body, capturedAt.toISOString());
    const parsed = await parsedOrStopped(run);
    const snapshot = await beginImport(ctx, parsed, capturedAt);
    const stored = storeImport(ctx, { snapshotId: snapshot.id, parsed, run, bodyBytes });
    if (!isAsync) {
      await stored;
      return getSnapshot(ctx, snapshot.id);
    }
    stored.catch((error: unknown) => {
      ctx.log.error("import failed", { snapshotId: snapshot.id }, error);
    });
    return snapshot;
  });
}

async function parsedOrStopped(run: ImportRun): Promise<ParsedImport> {
  try {
    return await run.parsed;
  } catch (error) {
    await run.stop();
    throw error;
  }
}

async function beginImport(
  ctx: RequestContext,
  { name, captures, counts, warnings }: ParsedImport,
  capturedAt: Date,
): Promise<SnapshotSummary> {
  const id = ctx.ids.uuid();
  return ctx.database.transaction(async (tx) => {
    const row = await insertSnapshot(tx, {
      id,
      name,
      source: "import",
      status: "collecting",
      capturedAt,
      createdAt: capturedAt,
      counts,
      warnings,
      accounts: distinct(captures.map(({ accountId }) => accountId)),
      regions: distinct(captures.map(({ region }) => region)),
    });
    await writeAudit(tx, {
      actor: ctx.actor.id,
      action: "snapshot.import",
      resource: id,
      outcome: "succeeded",
      correlationId: ctx.correlationId,
      detail: { name },
    });
    return publishSnapshot(ctx, tx, row);
  });
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
}

import type { ServerContext } from "../context";
import type { StopWorker } from "../workers";
import { deleteUnusedChunks } from "../store/snapshot-store/delete-unused-chunks";
import { findNewestLive, listCollecting, updateCollecting } from "../store/snapshot-store/snapshot-rows";
import { publishSnapshot } from "./publish-snapshot";
import { requestCollection } from "./request-collection";
import { retryFirstCollection } from "./retry-first-collection";
import { runCollection, type CollectionJob } from "./run-collection";

/** An import works within one request of one server: on a shared database another's may still be at it so long. */
const LONGEST_IMPORT_MS = 15 * 60_000;

/**
 * Takes collecting jobs, takes up what a killed server left half done, and begins the first snapshot where there is
 * none: the app is of use without anybody asking for it.
 */
export async function registerCollector(ctx: ServerContext): Promise<StopWorker> {
  await ctx.jobs.work<CollectionJob>("collect", ({ data, signal }) => runCollection(ctx, data, signal), {
    concurrency: 2,
  });
  const unfinished = await takeUpCollections(ctx);
  await failLostImports(ctx);
  await deleteUnusedChunks(ctx.database);
  if (unfinished === 0 && (await findNewestLive(ctx.database.db)) === undefined) {
    await requestCollection(ctx, {
      regions: ctx.config.regions,
      actor: "system",
      correlationId: ctx.ids.uuid(),
    });
  }
  return retryFirstCollection(ctx).stop;
}

/** The job of an unfinished snapshot is normally still there; where it is not (its retries ran out), it gets another. */
async function takeUpCollections(ctx: ServerContext): Promise<number> {
  const rows = await listCollecting(ctx.database.db, "live", ctx.clock.now());
  for (const { id, regions, accounts } of rows) {
    const job: CollectionJob = {
      snapshotId: id,
      regions,
      ...(accounts.length === 0 ? {} : { accountIds: accounts }),
    };
    await ctx.jobs.send("collect", job, { singletonKey: id });
  }
  return rows.length;
}

async function failLostImports(ctx: ServerContext): Promise<void> {
  // The embedded database has one process at a time, so that nobody else can be importing now.
  const graceMs = ctx.database.kind === "pglite" ? 0 : LONGEST_IMPORT_MS;
  const before = new Date(ctx.clock.now().getTime() - graceMs);
  for (const { id } of await listCollecting(ctx.database.db, "import", before)) {
    await ctx.database.transaction(async (tx) => {
      const error = "Mooring was stopped while it imported this. Import it again.";
      const row = await updateCollecting(tx, id, { status: "failed", progress: null, error });
      if (row !== undefined) await publishSnapshot(ctx, tx, row);
    });
  }
}

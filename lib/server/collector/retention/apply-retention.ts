import { selectExpired } from "@/lib/core/retention/select-expired";
import { writeAudit } from "../../audit/write-audit";
import type { ServerContext } from "../../context";
import { deleteSnapshotRows } from "../../store/snapshot-store/delete-snapshot-rows";
import { deleteUnusedChunks } from "../../store/snapshot-store/delete-unused-chunks";
import { listRetained } from "../../store/snapshot-store/list-retained";
import { lockLiveSnapshots } from "../../store/snapshot-store/lock-live-snapshots";
import { readRetentionRule } from "./retention-rule";

/** Deleted in one transaction, which holds the embedded database's one connection. */
const MOST_AT_ONCE = 20;

/** Deletes the snapshots that the retention rule no longer keeps, each with its audit row. Gives how many they were. */
export async function applyRetention(ctx: ServerContext): Promise<number> {
  let deleted = 0;
  for (;;) {
    const hashes = await deleteSome(ctx);
    if (hashes === undefined) return deleted;
    deleted += hashes.length;
    await deleteUnusedChunks(ctx.database, hashes.flat());
  }
}

/** The same, for whoever has something better to do than to fail: what is left over goes the next time. */
export async function tryApplyRetention(ctx: ServerContext): Promise<void> {
  try {
    await applyRetention(ctx);
  } catch (error) {
    ctx.log.warn("old snapshots not deleted", { reason: String(error) });
  }
}

/** The chunks that each of them held; undefined where there was nothing to delete. */
async function deleteSome(ctx: ServerContext): Promise<string[][] | undefined> {
  return ctx.database.transaction(async (tx) => {
    await lockLiveSnapshots(tx);
    const rule = await readRetentionRule(tx);
    const expired = selectExpired(await listRetained(tx), rule, ctx.clock.now().getTime());
    if (expired.length === 0) return undefined;
    const held: string[][] = [];
    for (const id of expired.slice(0, MOST_AT_ONCE)) {
      held.push((await deleteSnapshotRows(tx, id)) ?? []);
      await writeAudit(tx, {
        actor: "system",
        action: "snapshot.expire",
        resource: id,
        outcome: "succeeded",
        correlationId: ctx.ids.uuid(),
        detail: { ...rule },
      });
    }
    return held;
  });
}

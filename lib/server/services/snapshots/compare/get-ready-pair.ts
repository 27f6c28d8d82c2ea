import type { SnapshotSummary } from "@/lib/contract/snapshots";
import type { ServerContext } from "../../../context";
import { ApiError } from "../../../http/api-error";
import { getSnapshot } from "../get-snapshot";

/** A snapshot and the one to compare it with. Throws ApiError `not_found`, and `conflict` unless both are ready. */
export async function getReadyPair(
  ctx: Pick<ServerContext, "database">,
  id: string,
  withId: string,
): Promise<{ snapshot: SnapshotSummary; base: SnapshotSummary }> {
  const snapshot = requireReady(await getSnapshot(ctx, id), "id");
  const base = requireReady(await getSnapshot(ctx, withId, "with"), "with");
  return { snapshot, base };
}

function requireReady(snapshot: SnapshotSummary, field: string): SnapshotSummary {
  if (snapshot.status === "ready") return snapshot;
  const message = `Snapshot ${snapshot.id} is ${snapshot.status}: there is nothing to compare.`;
  throw new ApiError("conflict", message, { field });
}

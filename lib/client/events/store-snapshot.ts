import type { QueryClient } from "@tanstack/react-query";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { functionKeys } from "../queries/functions";
import { reachabilityKeys } from "../queries/reachability";
import { snapshotListQuery, snapshotQuery } from "../queries/snapshots";
import { topologyKeys } from "../queries/topology";
import { vpcKeys } from "../queries/vpcs";

/** Puts a snapshot into every cache that shows it; a new live one makes every live view stale. */
export function storeSnapshot(client: QueryClient, snapshot: SnapshotSummary): void {
  const known = client.getQueryData(snapshotQuery(snapshot.id).queryKey);
  client.setQueryData(snapshotQuery(snapshot.id).queryKey, snapshot);
  client.setQueryData(snapshotListQuery().queryKey, (list) =>
    list === undefined ? undefined : { items: withSnapshot(list.items, snapshot) },
  );
  const isNewTruth = snapshot.status === "ready" && snapshot.source === "live" && known?.status !== "ready";
  if (!isNewTruth) return;
  for (const queryKey of [functionKeys.all, topologyKeys.all, vpcKeys.all, reachabilityKeys.all]) {
    void client.invalidateQueries({ queryKey, predicate: (query) => query.queryKey.includes("live") });
  }
}

export function forgetSnapshot(client: QueryClient, id: string): void {
  client.removeQueries({ queryKey: snapshotQuery(id).queryKey });
  client.setQueryData(snapshotListQuery().queryKey, (list) =>
    list === undefined ? undefined : { items: list.items.filter((item) => item.id !== id) },
  );
}

function withSnapshot(items: readonly SnapshotSummary[], snapshot: SnapshotSummary): SnapshotSummary[] {
  return items.some((item) => item.id === snapshot.id)
    ? items.map((item) => (item.id === snapshot.id ? snapshot : item))
    : [snapshot, ...items];
}

import { mutationOptions } from "@tanstack/react-query";
import { apiPaths, apiUrl } from "@/lib/contract/paths";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { callApi } from "../call-api";
import { forgetSnapshot, storeSnapshot } from "../events/store-snapshot";
import { snapshotKeys } from "../queries/snapshots";
import { requestJson } from "../request-json";

/** What a 202 says; the rest follows as events. */
export async function parseStarted(
  answer: unknown,
): Promise<{ id: string; status: SnapshotSummary["status"] }> {
  const { snapshotSummary } = await import("@/lib/contract/snapshots");
  return snapshotSummary.pick({ id: true, status: true }).parse(answer);
}

export type ReadingScope = NonNullable<SnapshotSummary["scope"]>;

/** Begins to read AWS, all or what changes often, and answers at once; progress comes as events. */
export const collectSnapshotMutation = () =>
  mutationOptions({
    mutationKey: ["snapshots", "collect"],
    mutationFn: async (scope: ReadingScope) =>
      parseStarted(
        await requestJson(apiUrl(apiPaths.snapshots), {
          method: "POST",
          body: JSON.stringify({ source: "live", scope }),
          headers: { prefer: "respond-async" },
        }),
      ),
    onSuccess: (_started, _variables, _result, context) =>
      context.client.invalidateQueries({ queryKey: snapshotKeys.list() }),
  });

export const cancelSnapshotMutation = () =>
  mutationOptions({
    mutationKey: ["snapshots", "cancel"],
    mutationFn: (id: string) => callApi("cancelSnapshot", { params: { id } }),
    onSuccess: (snapshot, _id, _result, context) => {
      storeSnapshot(context.client, snapshot);
    },
  });

export const deleteSnapshotMutation = () =>
  mutationOptions({
    mutationKey: ["snapshots", "delete"],
    mutationFn: (id: string) => callApi("deleteSnapshot", { params: { id } }),
    onSuccess: (_empty, id, _result, context) => {
      forgetSnapshot(context.client, id);
    },
  });

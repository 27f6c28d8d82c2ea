import { mutationOptions } from "@tanstack/react-query";
import { endpoints } from "@/lib/contract/endpoints";
import { apiPaths, apiUrl } from "@/lib/contract/paths";
import { snapshotSummary } from "@/lib/contract/snapshots";
import { callApi } from "../call-api";
import { forgetSnapshot, storeSnapshot } from "../events/store-snapshot";
import { snapshotKeys } from "../queries/snapshots";
import { requestJson } from "../request-json";

/** What a 202 says; the rest follows as events. */
export const startedSnapshot = snapshotSummary.pick({ id: true, status: true });

/** Begins to read AWS and answers at once; progress comes as events. */
export const collectSnapshotMutation = () =>
  mutationOptions({
    mutationKey: ["snapshots", "collect"],
    mutationFn: async () =>
      startedSnapshot.parse(
        await requestJson(apiUrl(apiPaths.snapshots), {
          method: "POST",
          body: JSON.stringify({ source: "live" }),
          headers: { prefer: "respond-async" },
        }),
      ),
    onSuccess: (_started, _variables, _result, context) =>
      context.client.invalidateQueries({ queryKey: snapshotKeys.list() }),
  });

export const cancelSnapshotMutation = () =>
  mutationOptions({
    mutationKey: ["snapshots", "cancel"],
    mutationFn: (id: string) => callApi(endpoints.cancelSnapshot, { params: { id } }),
    onSuccess: (snapshot, _id, _result, context) => {
      storeSnapshot(context.client, snapshot);
    },
  });

export const deleteSnapshotMutation = () =>
  mutationOptions({
    mutationKey: ["snapshots", "delete"],
    mutationFn: (id: string) => callApi(endpoints.deleteSnapshot, { params: { id } }),
    onSuccess: (_empty, id, _result, context) => {
      forgetSnapshot(context.client, id);
    },
  });

import { mutationOptions } from "@tanstack/react-query";
import type { RetentionRule } from "@/lib/contract/retention";
import { callApi } from "../call-api";
import { storeSnapshot } from "../events/store-snapshot";
import { retentionKeys } from "../queries/retention";
import { snapshotKeys } from "../queries/snapshots";

export const pinSnapshotMutation = () =>
  mutationOptions({
    mutationKey: ["snapshots", "pin"],
    mutationFn: ({ id, isPinned }: { id: string; isPinned: boolean }) =>
      callApi("pinSnapshot", { params: { id }, body: { isPinned } }),
    onSuccess: (snapshot, _variables, _result, context) => {
      storeSnapshot(context.client, snapshot);
      return context.client.invalidateQueries({ queryKey: retentionKeys.all });
    },
  });

/** Changes the rule; what it no longer keeps is deleted before this resolves. */
export const setRetentionMutation = () =>
  mutationOptions({
    mutationKey: ["retention", "set"],
    mutationFn: (rule: RetentionRule) => callApi("setRetention", { body: rule }),
    onSuccess: async (_rule, _variables, _result, context) => {
      await context.client.invalidateQueries({ queryKey: snapshotKeys.list() });
      await context.client.invalidateQueries({ queryKey: retentionKeys.all });
    },
  });

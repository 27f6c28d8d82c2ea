import { queryOptions } from "@tanstack/react-query";
import type { FlowQuestion } from "@/lib/contract/reachability/flow-question";
import { callApi } from "../call-api";
import type { OfSnapshot } from "./functions";
import { commonTargets } from "@/lib/core/reachability/targets/known-targets";

export const reachabilityKeys = { all: ["reachability"] as const };

/** The answer to one question; it stays the same while the snapshot does. */
export const flowAnswerQuery = (flow: Omit<FlowQuestion, "snapshotId">, { snapshotId }: OfSnapshot = {}) =>
  queryOptions({
    queryKey: [...reachabilityKeys.all, "answer", snapshotId ?? "live", flow],
    queryFn: ({ signal }) =>
      callApi("evaluateReachability", {
        body: { ...flow, ...(snapshotId !== undefined && { snapshotId }) },
        signal,
      }),
  });

export const reachTargetsQuery = ({ snapshotId }: OfSnapshot = {}) =>
  queryOptions({
    queryKey: [...reachabilityKeys.all, "targets", snapshotId ?? "live"],
    queryFn: () => Promise.resolve({ items: commonTargets() }),
  });

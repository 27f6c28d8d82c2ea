import { queryOptions } from "@tanstack/react-query";
import type { FlowQuestion } from "@/lib/contract/reachability/flow-question";
import { callApi } from "../call-api";
import type { OfSnapshot } from "./functions";

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

/** What is offered as a destination: all, as a rule. Of more than this, the rest is named by its id. */
const TARGETS = 5000;

export const reachTargetsQuery = ({ snapshotId }: OfSnapshot = {}) =>
  queryOptions({
    queryKey: [...reachabilityKeys.all, "targets", snapshotId ?? "live"],
    queryFn: ({ signal }) => callApi("listTargets", { query: { snapshotId, limit: TARGETS }, signal }),
  });

/** Each connection against each target, of one VPC or of all. */
export const matrixQuery = ({ snapshotId, vpcId }: OfSnapshot & { vpcId?: string | undefined } = {}) =>
  queryOptions({
    queryKey: [...reachabilityKeys.all, "matrix", snapshotId ?? "live", vpcId ?? "all"],
    queryFn: ({ signal }) =>
      callApi("evaluateReachabilityMatrix", {
        body: { ...(snapshotId !== undefined && { snapshotId }), ...(vpcId !== undefined && { vpcId }) },
        signal,
      }),
  });

/** Which connections reach a destination, on its own port. */
export const reachedByQuery = (destination: FlowQuestion["destination"], { snapshotId }: OfSnapshot = {}) =>
  queryOptions({
    queryKey: [...reachabilityKeys.all, "reached-by", snapshotId ?? "live", destination],
    queryFn: ({ signal }) =>
      callApi("listReachedBy", {
        body: { destination, ...(snapshotId !== undefined && { snapshotId }) },
        signal,
      }),
  });

/** What one function reaches, and the addresses that the internet sees it with. */
export const reachesQuery = (functionName: string, { snapshotId }: OfSnapshot = {}) =>
  queryOptions({
    queryKey: [...reachabilityKeys.all, "reaches", snapshotId ?? "live", functionName],
    queryFn: ({ signal }) => callApi("listReaches", { query: { functionName, snapshotId }, signal }),
  });

/** The hops to everything that a connection may want, in one answer. */
export const waysQuery = (connectionId: string, { snapshotId }: OfSnapshot = {}) =>
  queryOptions({
    queryKey: [...reachabilityKeys.all, "ways", snapshotId ?? "live", connectionId],
    queryFn: ({ signal }) => callApi("listWays", { query: { connectionId, snapshotId }, signal }),
  });

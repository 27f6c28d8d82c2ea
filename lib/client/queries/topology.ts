import { queryOptions } from "@tanstack/react-query";
import { callApi } from "../call-api";
import type { OfSnapshot } from "./functions";

export const topologyKeys = { all: ["topology"] as const };

/** The diagram of one VPC, or of all where none is named. */
export const topologyQuery = (of: OfSnapshot & { vpcId?: string | undefined } = {}) =>
  queryOptions({
    queryKey: [...topologyKeys.all, of.snapshotId ?? "live", of.vpcId ?? "all"],
    queryFn: ({ signal }) =>
      callApi("getTopology", { query: { snapshotId: of.snapshotId, vpcId: of.vpcId }, signal }),
  });

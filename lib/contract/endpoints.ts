import { environmentEndpoints } from "./endpoints/environment-endpoints";
import { networkEndpoints } from "./endpoints/network-endpoints";
import { operationEndpoints } from "./endpoints/operation-endpoints";
import { planEndpoints } from "./endpoints/plan-endpoints";
import { reachabilityEndpoints } from "./endpoints/reachability-endpoints";
import { snapshotEndpoints } from "./endpoints/snapshot-endpoints";

/** Every JSON endpoint of the API. The two event streams are listed in `lib/server/http/openapi.ts`. */
export const endpoints = {
  ...environmentEndpoints,
  ...snapshotEndpoints,
  ...networkEndpoints,
  ...reachabilityEndpoints,
  ...planEndpoints,
  ...operationEndpoints,
} as const;

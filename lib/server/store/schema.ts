import { audit } from "./schema/audit";
import { captureChunks, captures, chunks } from "./schema/captures";
import { events } from "./schema/events";
import { functionStates } from "./schema/function-states";
import { jobLeases } from "./schema/job-leases";
import { operations, operationTransitions } from "./schema/operations";
import { planCodes } from "./schema/plan-codes";
import { plans } from "./schema/plans";
import { settings } from "./schema/settings";
import { snapshots } from "./schema/snapshots";

export const schema = {
  audit,
  captureChunks,
  captures,
  chunks,
  events,
  functionStates,
  jobLeases,
  operations,
  operationTransitions,
  planCodes,
  plans,
  settings,
  snapshots,
};
export type StoreSchema = typeof schema;

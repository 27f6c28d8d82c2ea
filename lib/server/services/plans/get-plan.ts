import type { Plan } from "@/lib/contract/plans";
import type { RequestContext } from "../../context";
import { ApiError } from "../../http/api-error";
import type { Executor } from "../../store/database";
import { findPlan, type PlanRecord } from "../../store/plan-store/plan-records";

/** Throws ApiError `not_found`. */
export async function getPlan(ctx: RequestContext, id: string): Promise<Plan> {
  return (await getPlanRecord(ctx.database.db, id)).plan;
}

/** The plan with what it was computed from. Throws ApiError `not_found`. */
export async function getPlanRecord(executor: Executor, id: string): Promise<PlanRecord> {
  const record = await findPlan(executor, id);
  if (record === undefined) throw new ApiError("not_found", `There is no plan ${id}.`, { field: "id" });
  return record;
}

import type { z } from "zod";
import type { planExport } from "@/lib/contract/plans";
import { toScript } from "@/lib/core/plans/export/cli";
import type { RequestContext } from "../../context";
import { getPlanRecord } from "./get-plan";

/** The same change for another tool. Throws ApiError `not_found`. */
export async function exportPlan(
  ctx: RequestContext,
  input: { id: string; format: "cli" },
): Promise<z.output<typeof planExport>> {
  const { plan, base } = await getPlanRecord(ctx.database.db, input.id);
  const { kind } = plan.intent;
  const { functionName } = plan;
  const text = toScript({ kind, functionName, region: base.region, cli: plan.preview.cli });
  return { format: input.format, text };
}

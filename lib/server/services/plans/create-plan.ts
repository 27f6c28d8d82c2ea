import type { z } from "zod";
import type { createPlanInput, Plan } from "@/lib/contract/plans";
import type { RequestContext } from "../../context";
import { writeAudit } from "../../audit/write-audit";
import { insertPlanCode } from "../../store/plan-store/plan-code";
import { insertPlan } from "../../store/plan-store/plan-records";
import { getNetwork } from "../snapshots/get-network";
import { checkIntentShape } from "./check-intent-shape";
import { draftPlan } from "./draft-plan";
import { separateCode } from "./plan-code-of-intent";
import { requirePermission } from "./require-permission";

/**
 * Plans a change and keeps the plan, unless `preview` is set. Throws ApiError: `invalid_request` for what is wrong in
 * itself (with AWS's code), `not_found`, `ambiguous_name`, `no_snapshot`, and AWS's errors of reading the function.
 */
export async function createPlan(
  ctx: RequestContext,
  input: z.output<typeof createPlanInput>,
): Promise<Plan> {
  requirePermission(ctx, "plans:create");
  checkIntentShape(input.intent);
  const { intent, code } = separateCode(input.intent);
  const { network, snapshot } = await getNetwork({ ctx });
  const { functionName, functionArn, change, base } = await draftPlan(ctx, network, intent);
  const plan: Plan = {
    id: ctx.ids.uuid(),
    createdAt: ctx.clock.now().toISOString(),
    snapshotId: snapshot.id,
    intent,
    functionName,
    functionArn,
    title: change.title,
    checks: change.checks,
    steps: change.steps,
    preview: change.preview,
    operationId: null,
  };
  if (input.preview === true) return plan;
  await ctx.database.transaction(async (tx) => {
    await insertPlan(tx, { plan, base });
    if (code !== null) await insertPlanCode(tx, { planId: plan.id, ...code });
    await writeAudit(tx, {
      actor: ctx.actor.id,
      action: "plan.create",
      resource: functionArn ?? functionName,
      outcome: "succeeded",
      correlationId: ctx.correlationId,
      detail: { planId: plan.id, kind: intent.kind, title: plan.title },
    });
  });
  return plan;
}

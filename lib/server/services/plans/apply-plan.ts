import type { Operation } from "@/lib/contract/operations";
import type { Plan } from "@/lib/contract/plans";
import type { OperationStepState } from "@/lib/core/operations/operation";
import type { RequestContext } from "../../context";
import { writeAudit } from "../../audit/write-audit";
import { ApiError } from "../../http/api-error";
import { enqueueOperation } from "../../operations/queue";
import type { Transaction } from "../../store/database";
import { insertOperation } from "../../store/operation-store/insert-operation";
import type { OperationDocument } from "../../store/operation-store/operation-document";
import { toOperation } from "../../store/operation-store/to-operation";
import { claimPlan, type PlanRecord } from "../../store/plan-store/plan-records";
import { getPlanRecord } from "./get-plan";
import { requireChecksSettled, requireFresh } from "./require-applicable";
import { requirePermission } from "./require-permission";

export interface ApplyPlanRequest {
  id: string;
  /** Ids or codes of checks that warn or are unknown. */
  acknowledge: readonly string[];
}

/**
 * Begins to carry a plan out. Throws ApiError: `not_found`, `plan_blocked`, `acknowledgement_required`, `stale_plan`,
 * `operation_in_progress`, `conflict` (applied before).
 */
export async function applyPlan(ctx: RequestContext, input: ApplyPlanRequest): Promise<Operation> {
  requirePermission(ctx, "plans:apply");
  const record = await getPlanRecord(ctx.database.db, input.id);
  if (record.plan.operationId !== null) throw appliedBefore();
  requireChecksSettled(record.plan, input.acknowledge);
  // AWS is asked before the transaction begins: PGlite has one connection, and it must not wait for a network.
  await requireFresh(ctx, record);
  return ctx.database.transaction((tx) => start(tx, ctx, record, input.acknowledge));
}

async function start(
  tx: Transaction,
  ctx: RequestContext,
  record: PlanRecord,
  acknowledged: readonly string[],
): Promise<Operation> {
  const { plan, base } = record;
  const operation = await insertOperation(tx, {
    id: ctx.ids.uuid(),
    planId: plan.id,
    kind: plan.intent.kind,
    title: plan.title,
    functionKey: `${base.accountId ?? "-"}/${base.region}/${plan.functionName}`,
    functionName: plan.functionName,
    functionArn: plan.functionArn,
    accountId: base.accountId,
    region: base.region,
    actor: ctx.actor.id,
    status: "queued",
    document: toDocument(record),
    createdAt: ctx.clock.now(),
    correlationId: ctx.correlationId,
  });
  if (operation === undefined) throw heldByAnother(plan);
  if (!(await claimPlan(tx, plan.id, operation.id))) throw appliedBefore();
  await enqueueOperation(ctx, operation, tx);
  await writeAudit(tx, {
    actor: ctx.actor.id,
    action: "plan.apply",
    resource: plan.functionArn ?? plan.functionName,
    outcome: "succeeded",
    correlationId: ctx.correlationId,
    detail: { planId: plan.id, operationId: operation.id, acknowledged: [...acknowledged] },
  });
  const answer = toOperation(operation, []);
  await ctx.events.append(tx, {
    topic: "operations",
    subjectId: operation.id,
    payload: { topic: "operations", operation: answer },
  });
  return answer;
}

function toDocument({ plan, base }: PlanRecord): OperationDocument {
  const { intent, checks } = plan;
  const isRoleProven = ["execution-role", "role-assumable"].every((code) => {
    const check = checks.find((one) => one.code === code);
    return check === undefined || check.status === "pass";
  });
  return {
    steps: plan.steps.map(toStepState),
    change: {
      target: base.target,
      previous: base.attachment,
      create: intent.kind === "create-function" ? intent : null,
      isRoleProven,
    },
  };
}

function toStepState({ id, kind, title }: Plan["steps"][number]): OperationStepState {
  return { id, kind, title, status: "pending", startedAt: null, endedAt: null, sentAt: null };
}

function heldByAnother({ functionName }: Plan): ApiError {
  return new ApiError("operation_in_progress", `Another operation is changing ${functionName}.`, {
    nextStep: "Wait until it has ended, then apply again.",
  });
}

function appliedBefore(): ApiError {
  return new ApiError("conflict", "This plan was applied before.", { nextStep: "Plan again." });
}

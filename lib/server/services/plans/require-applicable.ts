import type { Plan } from "@/lib/contract/plans";
import { isSameAttachment, normalizeVpcConfig } from "@/lib/core/network/vpc-config";
import type { RequestContext } from "../../context";
import { ApiError } from "../../http/api-error";
import type { PlanRecord } from "../../store/plan-store/plan-records";
import { readFunction } from "./locate-function";

/** Throws ApiError `plan_blocked`, or `acknowledgement_required` naming the checks. */
export function requireChecksSettled(plan: Plan, acknowledged: readonly string[]): void {
  const blocking = plan.checks.filter(({ status }) => status === "block");
  if (blocking.length > 0) {
    throw new ApiError(
      "plan_blocked",
      `AWS would refuse this: ${codes(blocking)}. ${blocking[0]?.message ?? ""}`,
      {
        nextStep: blocking[0]?.nextStep ?? "Plan again.",
      },
    );
  }
  const open = plan.checks.filter(
    ({ id, code, status }) =>
      (status === "warn" || status === "unknown") &&
      !acknowledged.includes(id) &&
      !acknowledged.includes(code),
  );
  if (open.length > 0) {
    throw new ApiError("acknowledgement_required", `These checks need to be acknowledged: ${codes(open)}.`, {
      field: "acknowledge",
      nextStep: "Read them, then apply with their codes in acknowledge.",
    });
  }
}

const codes = (checks: Plan["checks"]) => checks.map(({ code }) => code).join(", ");

/**
 * Reads the function again. Throws ApiError `stale_plan` where it is not what the plan was made for, and
 * `operation_in_progress` where AWS is still changing it.
 */
export async function requireFresh(ctx: RequestContext, { plan, base }: PlanRecord): Promise<void> {
  const found = await readFunction(ctx, base.region, plan.functionArn ?? plan.functionName);
  if (plan.functionArn === null) {
    if (found === null) return;
    throw stale(`A function ${plan.functionName} exists by now.`);
  }
  if (found === null) throw stale(`The function ${plan.functionName} does not exist any more.`);
  if (found.LastUpdateStatus === "InProgress" || found.State === "Pending") {
    throw new ApiError(
      "operation_in_progress",
      `AWS is still changing ${plan.functionName}: The operation cannot be performed at this time. An update is in progress for resource: ${plan.functionArn}`,
      {
        aws: { code: "ResourceConflictException", operation: "UpdateFunctionConfiguration" },
        nextStep: "Wait until it has ended, then apply again.",
      },
    );
  }
  if (!isSameAttachment(normalizeVpcConfig(found.VpcConfig), base.attachment)) {
    throw stale(`The VPC settings of ${plan.functionName} are not what they were when this was planned.`);
  }
  if (base.revisionId !== null && found.RevisionId !== undefined && found.RevisionId !== base.revisionId) {
    throw stale(`${plan.functionName} was changed since this was planned.`);
  }
}

function stale(message: string): ApiError {
  return new ApiError("stale_plan", message, {
    aws: { code: "PreconditionFailedException", operation: "UpdateFunctionConfiguration" },
    nextStep: "Plan again: the checks may look different now.",
  });
}

import type { Operation } from "@/lib/contract/operations";
import type { RequestContext } from "../../context";
import { requirePermission } from "../plans/require-permission";
import { changeOperation } from "./change-operation";

/** Takes a failed operation up again where it failed. Throws ApiError `not_found`, `conflict`, `operation_in_progress`. */
export function retryOperation(ctx: RequestContext, id: string): Promise<Operation> {
  requirePermission(ctx, "operations:act");
  return changeOperation(ctx, id, {
    action: "retry",
    toEvent: () => ({ kind: "retry-requested", at: ctx.clock.now().toISOString() }),
  });
}

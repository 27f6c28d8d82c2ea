import type { Operation } from "@/lib/contract/operations";
import type { RequestContext } from "../../context";
import { requirePermission } from "../plans/require-permission";
import { changeOperation } from "./change-operation";

/** Calls off what was not sent to AWS yet. Throws ApiError `not_found`, or `conflict` where it was sent. */
export function cancelOperation(ctx: RequestContext, id: string): Promise<Operation> {
  requirePermission(ctx, "operations:act");
  return changeOperation(ctx, id, {
    action: "cancel",
    toEvent: () => ({ kind: "cancel-requested", at: ctx.clock.now().toISOString() }),
  });
}

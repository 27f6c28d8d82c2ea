import { hasPermission, type Permission } from "@/lib/core/access/permissions";
import type { RequestContext } from "../../context";
import { ApiError } from "../api-error";
import { requireOwnOrigin } from "./require-own-origin";

/** Throws ApiError `forbidden` where the request comes from elsewhere, or the actor's role lacks the permission. */
export function authorize(
  ctx: Pick<RequestContext, "config" | "actor">,
  request: Pick<Request, "headers">,
  permission: Permission,
): void {
  requireOwnOrigin(request.headers, ctx.config);
  if (!hasPermission(ctx.actor.role, permission)) {
    throw new ApiError("forbidden", `Your role (${ctx.actor.role}) does not include ${permission}.`);
  }
}

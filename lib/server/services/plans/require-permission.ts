import { hasPermission, type Permission } from "@/lib/core/access/permissions";
import type { RequestContext } from "../../context";
import { ApiError } from "../../http/api-error";

/** Throws ApiError `forbidden`. Asked by the service too: a route is not the only way to it. */
export function requirePermission(ctx: Pick<RequestContext, "actor">, permission: Permission): void {
  if (hasPermission(ctx.actor.role, permission)) return;
  throw new ApiError("forbidden", `Your role (${ctx.actor.role}) does not include ${permission}.`);
}

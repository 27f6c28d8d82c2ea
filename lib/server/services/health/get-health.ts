import type { RequestContext } from "../../context";
import { ApiError } from "../../http/api-error";

/** Ready means that the store answers. Throws ApiError `not_ready` where it does not. */
export async function getHealth(
  ctx: RequestContext,
): Promise<{ status: "ok"; store: "pglite" | "postgres" }> {
  try {
    await ctx.database.executeSql("select 1");
  } catch (cause) {
    throw new ApiError("not_ready", "The database does not answer.", { retryAfterSeconds: 2, cause });
  }
  return { status: "ok", store: ctx.database.kind };
}

import type { ServerContext } from "../../context";
import { listActiveOperations } from "../../store/operation-store/list-operations";

/** The operation that holds each function now, by the function's ARN. A function being created has none yet. */
export async function findActiveOperations({
  ctx,
}: {
  ctx: Pick<ServerContext, "database">;
}): Promise<Map<string, string>> {
  const active = await listActiveOperations(ctx.database.db);
  return new Map(active.flatMap(({ functionArn, id }) => (functionArn === null ? [] : [[functionArn, id]])));
}

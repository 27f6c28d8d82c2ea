import type { z } from "zod";
import type { planList } from "@/lib/contract/plans";
import type { RequestContext } from "../../context";
import { formatCursor, parseCursor } from "../../store/cursor";
import { listPlanRecords } from "../../store/plan-store/plan-records";

/** Newest first, a page at a time. Throws ApiError `invalid_request` for a cursor that is not ours. */
export async function listPlans(
  ctx: RequestContext,
  query: { limit: number; cursor?: string | undefined },
): Promise<z.output<typeof planList>> {
  const records = await listPlanRecords(ctx.database.db, {
    limit: query.limit + 1,
    ...(query.cursor === undefined ? {} : { after: parseCursor(query.cursor) }),
  });
  const items = records.slice(0, query.limit).map(({ plan }) => plan);
  const last = items.at(-1);
  const hasMore = records.length > query.limit && last !== undefined;
  return { items, nextCursor: hasMore ? formatCursor({ at: new Date(last.createdAt), id: last.id }) : null };
}

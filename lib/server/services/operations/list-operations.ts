import type { z } from "zod";
import type { operationList, operationListQuery } from "@/lib/contract/operations";
import type { RequestContext } from "../../context";
import { formatCursor, parseCursor } from "../../store/cursor";
import { listOperationRecords } from "../../store/operation-store/list-operations";
import { listTransitions } from "../../store/operation-store/operation-transitions";
import { toOperation } from "../../store/operation-store/to-operation";

/** Newest first, a page at a time. Throws ApiError `invalid_request` for a cursor that is not ours. */
export async function listOperations(
  ctx: RequestContext,
  query: z.output<typeof operationListQuery>,
): Promise<z.output<typeof operationList>> {
  const { functionName, status, cursor, limit } = query;
  const { db } = ctx.database;
  const records = await listOperationRecords(db, {
    limit: limit + 1,
    ...(functionName === undefined ? {} : { functionName }),
    ...(status === undefined ? {} : { status }),
    ...(cursor === undefined ? {} : { after: parseCursor(cursor) }),
  });
  const page = records.slice(0, limit);
  const transitions = await listTransitions(
    db,
    page.map(({ id }) => id),
  );
  const last = page.at(-1);
  return {
    items: page.map((record) => toOperation(record, transitions.get(record.id) ?? [])),
    nextCursor:
      records.length > limit && last !== undefined ? formatCursor({ at: last.createdAt, id: last.id }) : null,
  };
}

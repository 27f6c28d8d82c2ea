import type { z } from "zod";
import type { AuditEntry, auditList, auditQuery } from "@/lib/contract/audit";
import type { RequestContext } from "../../context";
import { formatCursor, parseCursor } from "../../store/cursor";
import { listAuditRows, type AuditRow } from "../../store/queries/list-audit-rows";

/** Newest first, a page at a time. Throws ApiError `invalid_request` for a cursor that is not ours. */
export async function listAudit(
  ctx: RequestContext,
  query: z.output<typeof auditQuery>,
): Promise<z.output<typeof auditList>> {
  const after = query.cursor === undefined ? undefined : parseCursor(query.cursor);
  const rows = await listAuditRows(ctx.database.db, { after, limit: query.limit + 1 });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(toAuditEntry),
    nextCursor: rows.length > query.limit && last !== undefined ? formatCursor(last) : null,
  };
}

function toAuditEntry({ detail, at, ...row }: AuditRow): AuditEntry {
  return { ...row, at: at.toISOString(), ...(detail === null ? {} : { detail }) };
}

import type { RequestContext } from "../context";
import { hasAuditRow } from "../store/queries/has-audit-row";

/** Outside production: throws where a mutation finished without leaving an audit row for its correlation id. */
export async function requireAuditRow(ctx: RequestContext, endpointId: string): Promise<void> {
  if (ctx.config.isProduction) return;
  if (!(await hasAuditRow(ctx.database.db, ctx.correlationId))) {
    throw new Error(
      `${endpointId} changed something without an audit row: call writeAudit in its transaction.`,
    );
  }
}

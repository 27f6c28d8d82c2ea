import { eq } from "drizzle-orm";
import type { Executor } from "../database";
import { audit } from "../schema/audit";

export async function hasAuditRow(executor: Executor, correlationId: string): Promise<boolean> {
  const rows = await executor
    .select({ id: audit.id })
    .from(audit)
    .where(eq(audit.correlationId, correlationId))
    .limit(1);
  return rows.length > 0;
}

import { and, desc, eq, lt, or } from "drizzle-orm";
import type { Cursor } from "../cursor";
import type { Executor } from "../database";
import { audit } from "../schema/audit";

export type AuditRow = typeof audit.$inferSelect;

/** Newest first, from below the cursor. */
export async function listAuditRows(
  executor: Executor,
  { after, limit }: { after: Cursor | undefined; limit: number },
): Promise<AuditRow[]> {
  return executor
    .select()
    .from(audit)
    .where(
      after === undefined
        ? undefined
        : or(lt(audit.at, after.at), and(eq(audit.at, after.at), lt(audit.id, after.id))),
    )
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(limit);
}

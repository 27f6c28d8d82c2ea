import type { RetentionRule } from "@/lib/core/retention/retention-rule";
import { readRetentionRule } from "../../../collector/retention/retention-rule";
import type { ServerContext } from "../../../context";

/** Which snapshots are kept. */
export function getRetention({ database }: Pick<ServerContext, "database">): Promise<RetentionRule> {
  return readRetentionRule(database.db);
}

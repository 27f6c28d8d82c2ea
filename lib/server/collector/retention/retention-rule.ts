import { retentionRule } from "@/lib/contract/retention";
import { DEFAULT_RETENTION, type RetentionRule } from "@/lib/core/retention/retention-rule";
import type { Executor } from "../../store/database";
import { findSetting, storeSetting } from "../../store/queries/settings";

const NAME = "retention";

/** The rule that somebody chose, or the default. */
export async function readRetentionRule(executor: Executor): Promise<RetentionRule> {
  const chosen = retentionRule.safeParse(await findSetting(executor, NAME));
  return chosen.success ? chosen.data : DEFAULT_RETENTION;
}

export async function storeRetentionRule(
  executor: Executor,
  value: RetentionRule,
  changedAt: Date,
): Promise<void> {
  await storeSetting(executor, { name: NAME, value, changedAt });
}

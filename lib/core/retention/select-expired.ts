import { explainRetention } from "./explain-retention";
import type { RetainedSnapshot, RetentionRule } from "./retention-rule";

/**
 * The ids of the snapshots that the rule no longer keeps. Never an import, a pinned one, one that is being made or
 * referred to, nor the newest that is ready; one that failed or was canceled is kept while it is recent.
 */
export function selectExpired(
  snapshots: readonly RetainedSnapshot[],
  rule: RetentionRule,
  now: number,
): string[] {
  return explainRetention(snapshots, rule, now).flatMap(({ id, keptBecause }) =>
    keptBecause === null ? [id] : [],
  );
}

/** Which live snapshots are kept, beside those that are always. */
export interface RetentionRule {
  /** Of those not older than this, */
  recentHours: number;
  /** so many, the newest first. */
  recentMost: number;
  /** Beyond that the newest of each day (UTC), for so many days back. */
  dailyDays: number;
}

export const DEFAULT_RETENTION: RetentionRule = { recentHours: 24, recentMost: 100, dailyDays: 30 };

export interface RetainedSnapshot {
  id: string;
  source: "live" | "import";
  status: "collecting" | "ready" | "failed" | "canceled";
  /** Milliseconds since 1970. */
  capturedAt: number;
  isPinned: boolean;
  /** A plan or an operation refers to it. */
  isReferred: boolean;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The ids of the snapshots that the rule no longer keeps. Never an import, a pinned one, one that is being made or
 * referred to, nor the newest that is ready; one that failed or was canceled is kept while it is recent.
 */
export function selectExpired(
  snapshots: readonly RetainedSnapshot[],
  rule: RetentionRule,
  now: number,
): string[] {
  const live = snapshots.filter(({ source }) => source === "live").sort(newestFirst);
  const ready = live.filter(({ status }) => status === "ready");
  const ended = live.filter(({ status }) => status === "failed" || status === "canceled");
  const kept = new Set([
    ...ready.slice(0, 1),
    ...recent(ready, rule, now),
    ...recent(ended, rule, now),
    ...newestOfEachDay(ready, rule, now),
    ...live.filter(({ status, isPinned, isReferred }) => status === "collecting" || isPinned || isReferred),
  ]);
  return live.filter((snapshot) => !kept.has(snapshot)).map(({ id }) => id);
}

function recent(
  sorted: readonly RetainedSnapshot[],
  { recentHours, recentMost }: RetentionRule,
  now: number,
): RetainedSnapshot[] {
  return sorted.filter(({ capturedAt }) => now - capturedAt <= recentHours * HOUR_MS).slice(0, recentMost);
}

function newestOfEachDay(
  sorted: readonly RetainedSnapshot[],
  { dailyDays }: RetentionRule,
  now: number,
): RetainedSnapshot[] {
  const today = dayOf(now);
  const days = new Map<number, RetainedSnapshot>();
  for (const snapshot of sorted) {
    const day = dayOf(snapshot.capturedAt);
    if (today - day < dailyDays && !days.has(day)) days.set(day, snapshot);
  }
  return [...days.values()];
}

function dayOf(ms: number): number {
  return Math.floor(ms / DAY_MS);
}

function newestFirst(left: RetainedSnapshot, right: RetainedSnapshot): number {
  if (left.capturedAt !== right.capturedAt) return right.capturedAt - left.capturedAt;
  return left.id < right.id ? -1 : 1;
}

import type { RetainedSnapshot, RetentionRule } from "./retention-rule";

/** The first of these that holds; null where the rule no longer keeps it. */
export type KeptBecause =
  "import" | "collecting" | "pinned" | "referred" | "newest" | "recent" | "daily" | null;

export interface Retention {
  id: string;
  keptBecause: KeptBecause;
  /** Milliseconds since 1970: until when the rule keeps it at most; null where it is not time that ends it. */
  until: number | null;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Why each snapshot is kept, and until when; imports first, then live ones, newest first. */
export function explainRetention(
  snapshots: readonly RetainedSnapshot[],
  rule: RetentionRule,
  now: number,
): Retention[] {
  const live = snapshots.filter(({ source }) => source === "live").sort(newestFirst);
  const ready = live.filter(({ status }) => status === "ready");
  const ended = live.filter(({ status }) => status === "failed" || status === "canceled");
  const recents = new Set([...recent(ready, rule, now), ...recent(ended, rule, now)]);
  const dailies = new Set(newestOfEachDay(ready, rule, now));
  const because = (snapshot: RetainedSnapshot): KeptBecause => {
    if (snapshot.source === "import") return "import";
    if (snapshot.status === "collecting") return "collecting";
    if (snapshot.isPinned) return "pinned";
    if (snapshot.isReferred) return "referred";
    if (snapshot === ready[0]) return "newest";
    if (recents.has(snapshot)) return "recent";
    return dailies.has(snapshot) ? "daily" : null;
  };
  const imports = snapshots.filter(({ source }) => source === "import");
  return [...imports, ...live].map((snapshot) => {
    const keptBecause = because(snapshot);
    return { id: snapshot.id, keptBecause, until: untilWhen(snapshot, keptBecause, rule) };
  });
}

function untilWhen(
  { capturedAt }: RetainedSnapshot,
  keptBecause: KeptBecause,
  { recentHours, dailyDays }: RetentionRule,
): number | null {
  if (keptBecause === "recent") return capturedAt + recentHours * HOUR_MS;
  if (keptBecause === "daily") return (dayOf(capturedAt) + dailyDays) * DAY_MS;
  return null;
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

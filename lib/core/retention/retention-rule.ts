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

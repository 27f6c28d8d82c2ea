import { z } from "zod";

/** Which live snapshots are kept beside imports, pinned ones, the newest, and what a plan or an operation refers to. */
export const retentionRule = z
  .object({
    /** Of those not older than this … */
    recentHours: z
      .number()
      .int()
      .min(1)
      .max(24 * 31),
    /** … so many are kept, the newest first. */
    recentMost: z.number().int().min(1).max(10_000),
    /** Beyond that the newest of each day (UTC), for so many days back. */
    dailyDays: z.number().int().min(0).max(3650),
  })
  .meta({ id: "RetentionRule" });

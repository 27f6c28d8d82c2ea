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
export type RetentionRule = z.infer<typeof retentionRule>;

/** A rule to try, or the one that holds where nothing is given. */
export const retentionPreviewQuery = z.object({
  recentHours: z.coerce.number().pipe(retentionRule.shape.recentHours).optional(),
  recentMost: z.coerce.number().pipe(retentionRule.shape.recentMost).optional(),
  dailyDays: z.coerce.number().pipe(retentionRule.shape.dailyDays).optional(),
});

export const retentionPreview = z
  .object({
    rule: retentionRule,
    items: z.array(
      z.object({
        snapshotId: z.string(),
        /** `referred`: a plan or an operation needs it; null: the rule does not keep it, it is deleted. */
        keptBecause: z
          .enum(["import", "collecting", "pinned", "referred", "newest", "recent", "daily"])
          .nullable(),
        /** Until when at most, where time ends it. */
        until: z.iso.datetime().nullable(),
      }),
    ),
  })
  .meta({ id: "RetentionPreview" });
export type RetentionPreview = z.infer<typeof retentionPreview>;

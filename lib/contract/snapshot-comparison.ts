import { z } from "zod";

export const changeKind = z.enum(["added", "removed", "changed"]);

export const fieldChange = z.object({
  /** `Tags[Key=Name].Value`; `IpPermissions[]` where an element has no name of its own. */
  path: z.string(),
  /** Absent where there was nothing. */
  before: z.unknown().optional(),
  /** Absent where there is nothing any more. */
  after: z.unknown().optional(),
});

export const resourceChange = z
  .object({
    accountId: z.string().nullable(),
    region: z.string().nullable(),
    /** Key of the describe output: `SecurityGroups`. */
    kind: z.string(),
    id: z.string().nullable(),
    name: z.string().nullable(),
    change: changeKind,
    /** Empty unless `changed`. */
    fields: z.array(fieldChange),
  })
  .meta({ id: "ResourceChange" });

export const comparisonQuery = z.object({
  /** The snapshot to compare with: what it holds is `before`. */
  with: z.string(),
  kind: z.string().max(100).optional(),
  change: changeKind.optional(),
  /** Words that must all occur in id, name or kind. */
  q: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/, "cursor is not one that this API gave")
    .optional(),
});

export const snapshotComparison = z
  .object({
    snapshotId: z.string(),
    capturedAt: z.iso.datetime(),
    withId: z.string(),
    withCapturedAt: z.iso.datetime(),
    items: z.array(resourceChange),
    /** Of those that meet the filter. */
    total: z.number().int(),
    nextCursor: z.string().nullable(),
    /** Of all, by kind; a kind without a change is not here. */
    counts: z.record(
      z.string(),
      z.object({ added: z.number().int(), removed: z.number().int(), changed: z.number().int() }),
    ),
    /** What one of the two does not know: nothing is said of it. `kind` is null for a whole account and region. */
    notCompared: z.array(
      z.object({
        accountId: z.string().nullable(),
        region: z.string().nullable(),
        kind: z.string().nullable(),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: "SnapshotComparison" });
export type SnapshotComparison = z.infer<typeof snapshotComparison>;

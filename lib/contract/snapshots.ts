import { z } from "zod";
import { isStorable } from "./is-storable";

export const snapshotStatus = z.enum(["collecting", "ready", "failed", "canceled"]);

export const coverageEntry = z
  .object({
    call: z.string(),
    status: z.enum(["ok", "failed", "absent"]),
    accountId: z.string().nullable().optional(),
    region: z.string().nullable().optional(),
    items: z.number().int().optional(),
    /** What reading it took; absent in an import. Requests count the repeated ones (`retries`) too. */
    requests: z.number().int().optional(),
    elapsedMs: z.number().int().optional(),
    /** Waited for AWS's rate, or because AWS throttled; of all its requests together. */
    waitedMs: z.number().int().optional(),
    retries: z.number().int().optional(),
    throttled: z.number().int().optional(),
    error: z
      .object({ code: z.string(), message: z.string(), missingPermission: z.string().optional() })
      .optional(),
  })
  .meta({ id: "CoverageEntry" });

export const snapshotWarning = z
  .object({
    code: z.string(),
    message: z.string(),
    path: z.string().optional(),
    resourceId: z.string().optional(),
  })
  .meta({ id: "SnapshotWarning" });

/** Calls done of calls known so far, while `status` is `collecting`. */
export const collectProgress = z.object({
  callsDone: z.number().int(),
  callsTotal: z.number().int(),
  items: z.number().int(),
  /** Sent to AWS so far, of them repeated, and answers that said "slow down". */
  requests: z.number().int().optional(),
  retries: z.number().int().optional(),
  throttled: z.number().int().optional(),
  /** For an import: bytes read of bytes sent. */
  bytesDone: z.number().int().optional(),
  bytesTotal: z.number().int().optional(),
  currentCall: z.string().optional(),
  /** Accounts and regions read to their end, where there are several. */
  capturesDone: z.number().int().optional(),
  capturesTotal: z.number().int().optional(),
});

export const snapshotScope = z.enum(["all", "changing"]);

export const snapshotSummary = z
  .object({
    id: z.string(),
    name: z.string(),
    source: z.enum(["live", "import"]),
    status: snapshotStatus,
    /** When reading began. */
    capturedAt: z.iso.datetime(),
    /** When a live reading had all. */
    endedAt: z.iso.datetime().optional(),
    accounts: z.array(z.string()),
    regions: z.array(z.string()),
    /** Number of items under each top-level key of the describe outputs. */
    counts: z.record(z.string(), z.number().int()),
    coverage: z.array(coverageEntry),
    warnings: z.array(snapshotWarning),
    progress: collectProgress.optional(),
    /** `changing`: only what can change soon was read; all else is as in the snapshot before. */
    scope: snapshotScope.optional(),
    /** Kept whatever the retention rule says. */
    isPinned: z.boolean().optional(),
    error: z.string().optional(),
  })
  .meta({ id: "Snapshot" });
export type SnapshotSummary = z.infer<typeof snapshotSummary>;

const storable = "it holds a character that cannot be stored (such as NUL)";

export const importDocument = z.object({
  path: z.string().max(1024).refine(isStorable, storable).optional(),
  /** What the AWS CLI prints: the JSON text, or the same already parsed. */
  content: z.union([z.string(), z.record(z.string(), z.unknown())]),
});

export const createSnapshotInput = z
  .discriminatedUnion("source", [
    z.object({
      source: z.literal("live"),
      /** `changing` reads again what can change soon, and takes all else from the newest live snapshot. */
      scope: snapshotScope.optional(),
      regions: z
        .array(z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/))
        .min(1)
        .max(40)
        .optional(),
      /** Others than the caller's own are entered by the role that the server is configured with. */
      accountIds: z
        .array(z.string().regex(/^\d{12}$/))
        .min(1)
        .max(500)
        .optional(),
    }),
    z.object({
      source: z.literal("import"),
      name: z.string().trim().min(1).max(200).refine(isStorable, storable),
      documents: z.array(importDocument).min(1),
    }),
  ])
  .meta({ id: "CreateSnapshotInput" });
export type CreateSnapshotInput = z.infer<typeof createSnapshotInput>;

export const pinSnapshotInput = z.object({ isPinned: z.boolean() }).meta({ id: "PinSnapshotInput" });

export const snapshotList = z.object({ items: z.array(snapshotSummary) }).meta({ id: "SnapshotList" });

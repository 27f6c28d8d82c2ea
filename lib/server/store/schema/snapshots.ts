import { boolean, index, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { SnapshotSummary } from "@/lib/contract/snapshots";

/** One row per snapshot; what was read is in its captures. `capturedAt` is when reading began. */
export const snapshots = pgTable(
  "snapshots",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    source: text("source").$type<SnapshotSummary["source"]>().notNull(),
    status: text("status").$type<SnapshotSummary["status"]>().notNull(),
    capturedAt: timestamp("captured_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
    counts: jsonb("counts").$type<SnapshotSummary["counts"]>().notNull().default({}),
    warnings: jsonb("warnings").$type<SnapshotSummary["warnings"]>().notNull().default([]),
    accounts: jsonb("accounts").$type<string[]>().notNull().default([]),
    regions: jsonb("regions").$type<string[]>().notNull().default([]),
    progress: jsonb("progress").$type<NonNullable<SnapshotSummary["progress"]>>(),
    error: text("error"),
    /** `changing` where only what can change soon was read, and the rest is the snapshot's before it. */
    scope: text("scope").$type<NonNullable<SnapshotSummary["scope"]>>().notNull().default("all"),
    /** Kept whatever the retention rule says. */
    isPinned: boolean("is_pinned").notNull().default(false),
    /** When a reading had all; null while it goes on, and for what was stored before this was. */
    endedAt: timestamp("ended_at", { withTimezone: true, precision: 3, mode: "date" }),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3, mode: "date" })
      .notNull()
      .defaultNow(),
  },
  (table) => [index("snapshots_newest").on(table.source, table.status, table.createdAt)],
);

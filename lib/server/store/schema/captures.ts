import { customType, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { snapshots } from "./snapshots";

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** What was read from one account and region; either is null where an import does not name it. */
export const captures = pgTable(
  "captures",
  {
    id: text("id").primaryKey(),
    snapshotId: text("snapshot_id")
      .notNull()
      .references(() => snapshots.id, { onDelete: "cascade" }),
    accountId: text("account_id"),
    region: text("region"),
    capturedAt: timestamp("captured_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
    coverage: jsonb("coverage").$type<SnapshotSummary["coverage"]>().notNull().default([]),
  },
  (table) => [index("captures_snapshot").on(table.snapshotId)],
);

/** Content-addressed: a part that did not change between two snapshots is stored once. `hash` is of the plain JSON. */
export const chunks = pgTable("chunks", {
  hash: text("hash").primaryKey(),
  /** gzip of a JSON array of items. */
  data: bytea("data").notNull(),
  /** Bytes before compression. */
  size: integer("size").notNull(),
});

/** The items under one top-level key (`Subnets`), in chunks by `ordinal`. */
export const captureChunks = pgTable(
  "capture_chunks",
  {
    captureId: text("capture_id")
      .notNull()
      .references(() => captures.id, { onDelete: "cascade" }),
    resourceKey: text("resource_key").notNull(),
    ordinal: integer("ordinal").notNull(),
    itemCount: integer("item_count").notNull(),
    chunkHash: text("chunk_hash")
      .notNull()
      .references(() => chunks.hash),
  },
  (table) => [
    primaryKey({ columns: [table.captureId, table.resourceKey, table.ordinal] }),
    index("capture_chunks_hash").on(table.chunkHash),
  ],
);

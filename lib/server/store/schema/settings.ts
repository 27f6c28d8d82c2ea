import { jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** What people chose for the whole installation, by name; parsed by who reads it. */
export const settings = pgTable("settings", {
  name: text("name").primaryKey(),
  value: jsonb("value").$type<unknown>().notNull(),
  changedAt: timestamp("changed_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
});

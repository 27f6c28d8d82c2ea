import { bigint, index, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { EventTopic, ServerEvent } from "@/lib/contract/events";

/** What live views are told, in the order of commit; deleted after a while. */
export const events = pgTable(
  "events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    topic: text("topic").$type<EventTopic>().notNull(),
    subjectId: text("subject_id").notNull(),
    payload: jsonb("payload").$type<ServerEvent>().notNull(),
    at: timestamp("at", { withTimezone: true, precision: 3, mode: "date" }).notNull().defaultNow(),
  },
  (table) => [index("events_at").on(table.at)],
);

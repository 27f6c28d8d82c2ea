import { pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** Which job holds a key of a queue, until when: two jobs of one key never run at the same time. */
export const jobLeases = pgTable(
  "job_leases",
  {
    queue: text("queue").notNull(),
    key: text("key").notNull(),
    /** One run of one job, not the job: a run that lost its lease must not pass for its successor. */
    runId: uuid("run_id").notNull(),
    until: timestamp("until", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.queue, table.key] })],
);

import { jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { FunctionState, Recorded } from "@/lib/core/network/resources";

/** States that were read between snapshots, for functions that somebody looks at; the next snapshot takes them over. */
export const functionStates = pgTable("function_states", {
  functionArn: text("function_arn").primaryKey(),
  readAt: timestamp("read_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
  document: jsonb("document").$type<Recorded<FunctionState>>().notNull(),
});

import { randomUUID } from "node:crypto";
import { index, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { AuditEntry } from "@/lib/contract/audit";

/** Who asked for what, and what came of it. Only ever added to. */
export const audit = pgTable(
  "audit",
  {
    id: text("id")
      .primaryKey()
      .$defaultFn(() => randomUUID()),
    at: timestamp("at", { withTimezone: true, precision: 3, mode: "date" }).notNull().defaultNow(),
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    resource: text("resource").notNull(),
    outcome: text("outcome").$type<AuditEntry["outcome"]>().notNull(),
    correlationId: text("correlation_id").notNull(),
    detail: jsonb("detail").$type<Record<string, unknown>>(),
  },
  (table) => [
    index("audit_newest").on(table.at, table.id),
    index("audit_correlation").on(table.correlationId),
  ],
);

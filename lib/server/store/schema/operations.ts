import { sql } from "drizzle-orm";
import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { OperationStatus, OperationTransition } from "@/lib/contract/operations";
import { plans } from "./plans";

/** A plan being carried out. Changed by compare-and-set on `revision`; at most one active per `functionKey`. */
export const operations = pgTable(
  "operations",
  {
    id: text("id").primaryKey(),
    planId: text("plan_id")
      .notNull()
      .references(() => plans.id),
    kind: text("kind").notNull(),
    title: text("title").notNull(),
    /** Account, region and name: what may be changed by one operation at a time. */
    functionKey: text("function_key").notNull(),
    functionName: text("function_name").notNull(),
    functionArn: text("function_arn"),
    accountId: text("account_id"),
    region: text("region").notNull(),
    actor: text("actor").notNull(),
    status: text("status").$type<OperationStatus>().notNull(),
    /** Steps, error, what undoing needs; parsed by the runner. */
    document: jsonb("document").$type<unknown>().notNull(),
    revision: integer("revision").notNull().default(1),
    leaseOwner: text("lease_owner"),
    leaseUntil: timestamp("lease_until", { withTimezone: true, precision: 3, mode: "date" }),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
    startedAt: timestamp("started_at", { withTimezone: true, precision: 3, mode: "date" }),
    endedAt: timestamp("ended_at", { withTimezone: true, precision: 3, mode: "date" }),
    correlationId: text("correlation_id").notNull(),
  },
  (table) => [
    uniqueIndex("operations_active_function")
      .on(table.functionKey)
      .where(sql`status in ('queued', 'running', 'rolling-back')`),
    index("operations_newest").on(table.createdAt, table.id),
    index("operations_function").on(table.functionName, table.createdAt),
  ],
);

/** Every state an operation saw, in order. */
export const operationTransitions = pgTable(
  "operation_transitions",
  {
    operationId: text("operation_id")
      .notNull()
      .references(() => operations.id, { onDelete: "cascade" }),
    ordinal: integer("ordinal").notNull(),
    at: timestamp("at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
    document: jsonb("document").$type<OperationTransition>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.operationId, table.ordinal] })],
);

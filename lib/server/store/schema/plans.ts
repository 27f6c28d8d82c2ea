import { index, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { Plan, KeptPlanIntent } from "@/lib/contract/plans";

/** A plan as it was shown, with what it was computed from: applied only while `baseRevision` still holds. */
export const plans = pgTable(
  "plans",
  {
    id: text("id").primaryKey(),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3, mode: "date" }).notNull(),
    snapshotId: text("snapshot_id"),
    intent: jsonb("intent").$type<KeptPlanIntent>().notNull(),
    document: jsonb("document").$type<Plan>().notNull(),
    functionArn: text("function_arn"),
    functionName: text("function_name").notNull(),
    /** What the function looked like: RevisionId, configuration; parsed by who reads it. */
    baseRevision: jsonb("base_revision").$type<unknown>(),
    operationId: text("operation_id"),
  },
  (table) => [index("plans_newest").on(table.createdAt, table.id)],
);

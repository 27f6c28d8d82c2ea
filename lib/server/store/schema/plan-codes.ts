import { customType, integer, pgTable, text } from "drizzle-orm/pg-core";
import { plans } from "./plans";

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** The zip that a plan to create a function uploads: apart from the plan, so that no list or read carries it. */
export const planCodes = pgTable("plan_codes", {
  planId: text("plan_id")
    .primaryKey()
    .references(() => plans.id, { onDelete: "cascade" }),
  zip: bytea("zip").notNull(),
  sha256: text("sha256").notNull(),
  sizeBytes: integer("size_bytes").notNull(),
});

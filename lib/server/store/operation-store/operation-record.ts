import type { OperationStatus } from "@/lib/core/operations/operation";
import type { operations } from "../schema/operations";
import type { OperationDocument } from "./operation-document";

/** An operation as it is stored. */
export type OperationRecord = Omit<typeof operations.$inferSelect, "document" | "status"> & {
  status: OperationStatus;
  document: OperationDocument;
};

/** A row's document is written by this room only, in the shape of `OperationDocument`. */
export function toOperationRecord(row: typeof operations.$inferSelect): OperationRecord {
  return { ...row, document: row.document as OperationDocument };
}

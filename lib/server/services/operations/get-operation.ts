import type { Operation } from "@/lib/contract/operations";
import type { RequestContext } from "../../context";
import { ApiError } from "../../http/api-error";
import type { Executor } from "../../store/database";
import { findOperation } from "../../store/operation-store/find-operation";
import type { OperationRecord } from "../../store/operation-store/operation-record";
import { readOperation } from "../../store/operation-store/to-operation";

/** With every transition it saw. Throws ApiError `not_found`. */
export async function getOperation(ctx: RequestContext, id: string): Promise<Operation> {
  return readOperation(ctx.database.db, await getOperationRecord(ctx.database.db, id));
}

/** As it is stored. Throws ApiError `not_found`. */
export async function getOperationRecord(executor: Executor, id: string): Promise<OperationRecord> {
  const record = await findOperation(executor, id);
  if (record === undefined) throw new ApiError("not_found", `There is no operation ${id}.`, { field: "id" });
  return record;
}

import type { z } from "zod";
import type { FunctionList, functionListQuery } from "@/lib/contract/functions";
import { gapsOf } from "@/lib/core/network/coverage-of";
import type { RequestContext } from "../../context";
import { findActiveOperations } from "../operations/find-active-operations";
import { getNetwork } from "../snapshots/get-network";
import { byNameAndArn, filterFunctions } from "./filter-functions";
import { formatFunctionCursor, parseFunctionCursor } from "./function-cursor";
import { toFunctionSummary } from "./to-function-summary";

/** One page of functions by name. Throws ApiError `no_snapshot` before anything was read. */
export async function listFunctions({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: z.output<typeof functionListQuery>;
}): Promise<FunctionList> {
  const after = input.cursor === undefined ? undefined : parseFunctionCursor(input.cursor);
  const { network, snapshot } = await getNetwork({ ctx, snapshotId: input.snapshotId });
  const activeOperations = await findActiveOperations({ ctx });
  const found = filterFunctions(network, input);
  const rest = after === undefined ? found : found.filter((located) => byNameAndArn(located, after) > 0);
  const page = rest.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: page.map((located) => toFunctionSummary(network, located, activeOperations)),
    total: found.length,
    nextCursor: last && rest.length > page.length ? formatFunctionCursor(last) : null,
    snapshotId: snapshot.id,
    capturedAt: snapshot.capturedAt,
    gaps: gapsOf(network, [
      "ListFunctions",
      "GetFunction",
      "DescribeVpcs",
      "DescribeSubnets",
      "DescribeRouteTables",
    ]),
  };
}

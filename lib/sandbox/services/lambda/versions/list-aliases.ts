import type { ListAliasesRequest, ListAliasesResponse } from "@aws-sdk/client-lambda";
import type { Handler } from "../../../handler";
import { getFunctionVersion } from "../names/get-function-version";

/** None: the sandbox has no operation that makes an alias. */
export const listAliases: Handler<ListAliasesRequest, ListAliasesResponse> = (context, input) => {
  getFunctionVersion(context, { FunctionName: input.FunctionName });
  return { Aliases: [] };
};

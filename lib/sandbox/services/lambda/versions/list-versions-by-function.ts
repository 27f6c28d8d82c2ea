import type { ListVersionsByFunctionRequest, ListVersionsByFunctionResponse } from "@aws-sdk/client-lambda";
import type { Handler } from "../../../handler";
import { paginateFunctions } from "../functions/paginate-functions";
import { toListAnswer, toQualifiedAnswer } from "../functions/to-answer";
import { getFunctionVersion } from "../names/get-function-version";

/** `$LATEST` and every published version, each with a qualified ARN and without its state. */
export const listVersionsByFunction: Handler<
  ListVersionsByFunctionRequest,
  ListVersionsByFunctionResponse
> = (context, input) => {
  const { fn } = getFunctionVersion(context, input);
  const { items, ...page } = paginateFunctions(input, fn.versions);
  return {
    Versions: items.map((version) => toListAnswer(toQualifiedAnswer(version, version.Version))),
    ...page,
  };
};

import type { ListFunctionsRequest, ListFunctionsResponse } from "@aws-sdk/client-lambda";
import type { Handler } from "../../../handler";
import { getLatest } from "../names/get-function-version";
import { shapeCheck } from "../validation/shape-check";
import { paginateFunctions } from "./paginate-functions";
import { toListAnswer, toQualifiedAnswer } from "./to-answer";

/** Functions without their states; with `FunctionVersion=ALL` their published versions too, every ARN qualified. */
export const listFunctions: Handler<ListFunctionsRequest, ListFunctionsResponse> = (
  { regionWorld },
  input,
) => {
  const check = shapeCheck();
  check.oneOf("functionVersion", input.FunctionVersion, ["ALL"]);
  check.throwIfViolated();
  const isAll = input.FunctionVersion === "ALL";
  const listed = isAll
    ? regionWorld.functions.flatMap((fn) => fn.versions)
    : regionWorld.functions.map(getLatest);
  // Copied when it is known which 50 of perhaps ten thousand are the page.
  const { items, ...page } = paginateFunctions(input, listed);
  const asked = isAll ? items.map((version) => toQualifiedAnswer(version, version.Version)) : items;
  return { Functions: asked.map(toListAnswer), ...page };
};

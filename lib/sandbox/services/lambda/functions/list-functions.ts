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
  const configurations =
    input.FunctionVersion === "ALL"
      ? regionWorld.functions
          .flatMap((fn) => fn.versions)
          .map((version) => toQualifiedAnswer(version, version.Version))
      : regionWorld.functions.map(getLatest);
  const { items, ...page } = paginateFunctions(input, configurations);
  return { Functions: items.map(toListAnswer), ...page };
};

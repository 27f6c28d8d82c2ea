import type { GetPolicyRequest, GetPolicyResponse } from "@aws-sdk/client-lambda";
import type { Handler } from "../../../handler";
import { resourceNotFound } from "../lambda-errors";
import { getFunctionVersion } from "../names/get-function-version";

/** Always refused: the sandbox has no operation that gives a function a resource policy, so none has one. */
export const getPolicy: Handler<GetPolicyRequest, GetPolicyResponse> = (context, input) => {
  getFunctionVersion(context, input);
  throw resourceNotFound("The resource you requested does not exist.");
};

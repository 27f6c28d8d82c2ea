import type { FunctionConfiguration, GetFunctionConfigurationRequest } from "@aws-sdk/client-lambda";
import type { Handler } from "../../../handler";
import { getFunctionVersion } from "../names/get-function-version";
import { toQualifiedAnswer } from "./to-answer";

/** The configuration of a function or of one of its versions. */
export const getFunctionConfiguration: Handler<GetFunctionConfigurationRequest, FunctionConfiguration> = (
  context,
  input,
) => {
  const { configuration, qualifier } = getFunctionVersion(context, input);
  return toQualifiedAnswer(configuration, qualifier);
};

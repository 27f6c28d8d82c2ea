import type { GetFunctionRequest, GetFunctionResponse } from "@aws-sdk/client-lambda";
import type { Handler } from "../../../handler";
import { getFunctionVersion } from "../names/get-function-version";
import { toQualifiedAnswer } from "./to-answer";
import { withoutUndefined } from "./to-configuration-changes";

/** Configuration, where the code lies, and the tags when there are any. */
export const getFunction: Handler<GetFunctionRequest, GetFunctionResponse> = (context, input) => {
  const { fn, configuration, qualifier } = getFunctionVersion(context, input);
  const { repositoryType, location, imageUri } = fn.codeLocation;
  return withoutUndefined({
    Configuration: toQualifiedAnswer(configuration, qualifier),
    Code: withoutUndefined({
      RepositoryType: repositoryType,
      Location: location,
      ImageUri: imageUri,
      ResolvedImageUri:
        imageUri && `${imageUri.replace(/[:@][^/]*$/, "")}@sha256:${configuration.CodeSha256}`,
    }),
    Concurrency:
      fn.reservedConcurrency === undefined
        ? undefined
        : { ReservedConcurrentExecutions: fn.reservedConcurrency },
    Tags: Object.keys(fn.tags).length > 0 ? { ...fn.tags } : undefined,
  });
};

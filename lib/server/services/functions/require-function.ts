import { findFunctions } from "@/lib/core/network/connections/find-functions";
import { coverageOf, describeGap } from "@/lib/core/network/coverage-of";
import type { LocatedFunction, Network } from "@/lib/core/network/network";
import { ApiError } from "../../http/api-error";

/**
 * The one function that a name, partial ARN or ARN means. Throws ApiError `not_found`, or `ambiguous_name` with the
 * ARNs where accounts or regions hold the same name.
 */
export function requireFunction(network: Network, nameOrArn: string, field = "name"): LocatedFunction {
  const [found, ...others] = findFunctions(network, nameOrArn);
  if (!found) {
    const gap = describeGap("ListFunctions", coverageOf(network, "ListFunctions"));
    throw new ApiError("not_found", `No function is called ${nameOrArn} in this snapshot.`, {
      field,
      nextStep: gap === undefined ? "Check the name, or refresh the snapshot." : `${gap}.`,
    });
  }
  if (others.length > 0) {
    throw new ApiError("ambiguous_name", `${nameOrArn} is the name of ${others.length + 1} functions.`, {
      field,
      candidates: [found, ...others].map(({ arn }) => arn).sort(),
      nextStep: "Name it by its ARN.",
    });
  }
  return found;
}

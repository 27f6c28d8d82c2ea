import type { ReadCall } from "@/lib/core/network/calls";
import { coverageOf, describeGap } from "@/lib/core/network/coverage-of";
import type { Network } from "@/lib/core/network/network";
import { FlowError } from "@/lib/core/reachability/flow";
import type { ErrorCode } from "@/lib/contract/error-body";
import { ApiError } from "../../../http/api-error";

const codeOf: Record<FlowError["code"], ErrorCode> = {
  invalid: "invalid_request",
  "not-found": "not_found",
  ambiguous: "ambiguous_name",
};

/** The call that would have told of what a member names. */
const callOf: ReadonlyMap<string, ReadCall> = new Map([
  ["functionName", "ListFunctions"],
  ["networkInterfaceId", "DescribeNetworkInterfaces"],
  ["instanceId", "DescribeInstances"],
  ["dbInstanceIdentifier", "rds.DescribeDBInstances"],
  ["cacheClusterId", "elasticache.DescribeCacheClusters"],
  ["loadBalancerArn", "elbv2.DescribeLoadBalancers"],
  ["subnetIds", "DescribeSubnets"],
  ["securityGroupIds", "DescribeSecurityGroups"],
]);

/**
 * What `evaluate` gives; a question that cannot be asked becomes an ApiError that names the field as it was sent.
 * `rename` gives a field of the question its name in the request, where that is another.
 */
export function refuseBadFlows<Value>(
  network: Pick<Network, "captures">,
  evaluate: () => Value,
  rename: (field: string) => string = (field) => field,
): Value {
  try {
    return evaluate();
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    const nextStep = nextStepOf(network, error);
    throw new ApiError(codeOf[error.code], error.message, {
      field: rename(error.field),
      ...(nextStep === undefined ? {} : { nextStep }),
      ...(error.code === "ambiguous" && { candidates: [...error.candidates] }),
      cause: error,
    });
  }
}

function nextStepOf(network: Pick<Network, "captures">, { code, field }: FlowError): string | undefined {
  if (code === "ambiguous") return "Name it by its ARN.";
  if (code === "invalid") return undefined;
  const call = callOf.get(/\w+(?=(?:\[\d+\])?$)/.exec(field)?.[0] ?? "");
  const gap = call && describeGap(call, coverageOf(network, call));
  return gap === undefined ? "Check the name, or refresh the snapshot." : `${gap}.`;
}

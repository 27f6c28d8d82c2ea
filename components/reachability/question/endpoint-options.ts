import type { Suggestion } from "@/components/ui/form/match-suggestions";
import type { FunctionSummary } from "@/lib/contract/functions";
import type { ReachabilityTarget } from "@/lib/contract/reachability/targets";
import { formatDestination, formatSource } from "@/lib/contract/reachability/question-address";

/** What is offered as a destination, with the traffic that it is used on. */
export type OfferedTarget = Omit<ReachabilityTarget, "key">;

const kindWords: Readonly<Record<OfferedTarget["kind"], string>> = {
  internet: "every public address",
  service: "AWS service",
  "db-instance": "database",
  "cache-cluster": "cache",
  "load-balancer": "load balancer",
  instance: "instance",
  "network-interface": "network interface",
  function: "function",
  cidr: "addresses",
  "peer-vpc": "peer VPC",
};

/** Functions by name, or by ARN where several share one; then instances. */
export function sourceSuggestions(
  functions: readonly Pick<
    FunctionSummary,
    "functionName" | "functionArn" | "vpcName" | "vpcConfig" | "region"
  >[],
  targets: readonly OfferedTarget[],
): Suggestion[] {
  const count = new Map<string, number>();
  for (const { functionName } of functions) count.set(functionName, (count.get(functionName) ?? 0) + 1);
  const offered = functions.map((fn): Suggestion => {
    const isShared = (count.get(fn.functionName) ?? 0) > 1;
    const place = fn.vpcName ?? fn.vpcConfig?.vpcId ?? "in no VPC";
    return {
      value: formatSource({ functionName: isShared ? fn.functionArn : fn.functionName }),
      label: fn.functionName,
      detail: isShared ? `${place}, ${fn.functionArn}` : place,
    };
  });
  const instances = targets.flatMap(({ destination, label }): Suggestion[] =>
    destination.instanceId !== undefined
      ? [{ value: destination.instanceId, label, detail: `instance ${destination.instanceId}` }]
      : [],
  );
  return [...offered, ...instances];
}

/** What one may want to reach, with what it is and where. */
export function targetSuggestions(
  targets: readonly OfferedTarget[],
  nameOfVpc: (vpcId: string) => string | null,
): Suggestion[] {
  return targets.map(({ kind, label, destination, vpcId }) => {
    const place = vpcId === null ? "" : ` in ${nameOfVpc(vpcId) ?? vpcId}`;
    return {
      value: formatDestination(destination),
      label,
      detail: `${kindWords[kind]}${place}`,
    };
  });
}

import type { Suggestion } from "@/components/ui/form/match-suggestions";
import type { FunctionSummary } from "@/lib/contract/functions";
import { formatDestination, formatSource } from "@/lib/contract/reachability/question-address";
import type { FlowDestination, FlowProtocol } from "@/lib/core/reachability/flow";

/** What is offered as a destination, with the traffic that it is used on. */
export interface OfferedTarget {
  kind: string;
  label: string;
  destination: FlowDestination;
  protocol: FlowProtocol;
  port: number;
  vpcId: string | null;
}

const kindWords: Readonly<Record<string, string>> = {
  internet: "every public address",
  service: "AWS service",
  "db-instance": "database",
  "cache-cluster": "cache",
  "load-balancer": "load balancer",
  instance: "instance",
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
    "instanceId" in destination
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
      detail: `${kindWords[kind] ?? kind}${place}`,
    };
  });
}

import type { Network, Resource } from "@/lib/core/network/network";

export interface BalancedTarget {
  type: "instance" | "ip" | "alb" | "lambda";
  id: string;
  port: number;
  /** Null where it was not read. */
  keepsClient: boolean | null;
}

interface Targets {
  targets: BalancedTarget[];
  /** There are no others. */
  isWhole: boolean;
  /** The load balancer answers by itself. */
  isAnswered: boolean;
}

/** Those of the default action, which is all that is read of a listener. */
export function targetsOf(
  network: Network,
  loadBalancer: Resource<"LoadBalancers">,
  { DefaultActions }: Resource<"Listeners">,
): Targets {
  const actions = DefaultActions ?? [];
  const arns = new Set<string>();
  for (const { TargetGroupArn, ForwardConfig } of actions) {
    const groups = ForwardConfig?.TargetGroups ?? [];
    if (groups.length === 0 && TargetGroupArn !== undefined) arns.add(TargetGroupArn);
    for (const { TargetGroupArn: arn, Weight } of groups)
      if (arn !== undefined && (Weight !== 0 || groups.length === 1)) arns.add(arn);
  }
  const isAnswered =
    arns.size === 0 && actions.some(({ Type }) => Type === "redirect" || Type === "fixed-response");
  const all: Targets = { targets: [], isWhole: arns.size > 0, isAnswered };
  for (const arn of arns) {
    const one = targetsOfGroup(network, loadBalancer, arn);
    if (one === null) all.isWhole = false;
    else all.targets.push(...one);
  }
  return all;
}

/** Null where the group or who is in it was not read. */
function targetsOfGroup(
  network: Network,
  { Type }: Resource<"LoadBalancers">,
  arn: string,
): BalancedTarget[] | null {
  const group = network.targetGroups.get(arn)?.resource;
  const registered = network.targetHealthDescriptions.get(arn)?.resource.TargetHealthDescriptions;
  if (!group || !registered) return null;
  const { TargetType: type = "instance", Port } = group;
  const keepsClient = Type === "network" ? seesClient(network, group) : false;
  return registered.flatMap(({ Target }) => {
    const port = Target?.Port ?? Port ?? 0;
    return Target?.Id === undefined ? [] : [{ type, id: Target.Id, port, keepsClient }];
  });
}

/** Only TCP and TLS to instances and addresses have the attribute; all else of a Network Load Balancer sees the client. */
function seesClient(network: Network, group: Resource<"TargetGroups">): boolean | null {
  const { TargetGroupArn = "", TargetType: type = "instance", Protocol } = group;
  if (type === "alb" || type === "lambda" || (Protocol !== "TCP" && Protocol !== "TLS")) return true;
  const attributes = network.targetGroupAttributes.get(TargetGroupArn)?.resource.Attributes ?? [];
  for (const { Key, Value } of attributes)
    if (Key === "preserve_client_ip.enabled" && (Value === "true" || Value === "false"))
      return Value === "true";
  return null;
}

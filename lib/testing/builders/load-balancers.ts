import type { Resource } from "@/lib/core/network/network";
import { ACCOUNT_ID, REGION } from "./snapshot";
import { aNetworkInterface } from "./vpc-resources";

function arnOf(rest: string): string {
  return `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT_ID}:${rest}`;
}

export function loadBalancerArn(name = "shop", kind: "app" | "net" = "app"): string {
  return arnOf(`loadbalancer/${kind}/${name}/50dc6c495c0c9188`);
}

export function targetGroupArn(name: string): string {
  return arnOf(`targetgroup/${name}/73e2d6bc24d8a067`);
}

/** An Application Load Balancer, unless `Type` says else. */
export function aLoadBalancer(overrides: Resource<"LoadBalancers"> = {}): Resource<"LoadBalancers"> {
  const { LoadBalancerName = "shop", Type = "application" } = overrides;
  return {
    LoadBalancerArn: loadBalancerArn(LoadBalancerName, Type === "network" ? "net" : "app"),
    LoadBalancerName,
    Scheme: "internal",
    State: { Code: "active" },
    Type,
    VpcId: "vpc-1",
    ...overrides,
  };
}

/** One of a load balancer's own, as DescribeNetworkInterfaces shows it. */
export function aLoadBalancerInterface(
  arn: string,
  overrides: Resource<"NetworkInterfaces"> = {},
): Resource<"NetworkInterfaces"> {
  const path = arn.split(":loadbalancer/")[1] ?? "";
  return aNetworkInterface({
    InterfaceType: path.startsWith("net/") ? "network_load_balancer" : "interface",
    Description: `ELB ${path}`,
    RequesterManaged: true,
    ...overrides,
  });
}

/** Forwards to the target group of that name. */
export function aListener(
  LoadBalancerArn: string,
  targetGroup: string,
  overrides: Resource<"Listeners"> = {},
): Resource<"Listeners"> {
  const { Port = 80, Protocol = "HTTP" } = overrides;
  const ListenerArn = `${LoadBalancerArn.replace(":loadbalancer/", ":listener/")}/${Protocol}-${Port}`;
  const DefaultActions = [{ Type: "forward" as const, TargetGroupArn: targetGroupArn(targetGroup) }];
  return { ListenerArn, LoadBalancerArn, Port, Protocol, DefaultActions, ...overrides };
}

export function aTargetGroup(
  name: string,
  overrides: Resource<"TargetGroups"> = {},
): Resource<"TargetGroups"> {
  return {
    TargetGroupArn: targetGroupArn(name),
    TargetGroupName: name,
    TargetType: "instance",
    Protocol: "HTTP",
    Port: 8080,
    VpcId: "vpc-1",
    ...overrides,
  };
}

/** The targets of the group of that name: ids of instances, addresses, or ARNs. */
export function targetsOf(
  name: string,
  ids: readonly string[],
  state: "healthy" | "unhealthy" = "healthy",
): Resource<"TargetHealthDescriptions"> {
  return {
    TargetGroupArn: targetGroupArn(name),
    TargetHealthDescriptions: ids.map((Id) => ({ Target: { Id }, TargetHealth: { State: state } })),
  };
}

/** Attributes of the group of that name, among which whether clients' addresses are kept. */
export function attributesOf(name: string, keepsClientAddress: boolean): Resource<"TargetGroupAttributes"> {
  return {
    TargetGroupArn: targetGroupArn(name),
    Attributes: [
      { Key: "stickiness.enabled", Value: "false" },
      { Key: "preserve_client_ip.enabled", Value: String(keepsClientAddress) },
    ],
  };
}

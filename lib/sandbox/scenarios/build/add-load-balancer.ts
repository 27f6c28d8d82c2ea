import type {
  Action,
  LoadBalancer,
  TargetGroup,
  TargetHealthDescription,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { addInterface } from "./add-interface";
import type { BuiltSecurityGroup } from "./add-security-group";
import type { BuiltSubnet } from "./add-subnet";
import { type Builder, MADE_AT } from "./builder";

/** What AWS makes up for the end of an ARN. */
function suffix({ ids }: Builder): string {
  return ids.id("lb").slice(-16);
}

function arnOf({ regionWorld }: Builder, rest: string): string {
  return `arn:aws:elasticloadbalancing:${regionWorld.region}:${regionWorld.accountId}:${rest}`;
}

/** Makes an internal Application Load Balancer with an interface in each subnet. Returns it. */
export function addInternalLoadBalancer(
  builder: Builder,
  spec: {
    name: string;
    subnets: readonly BuiltSubnet[];
    groups: readonly BuiltSecurityGroup[];
    tags?: Readonly<Record<string, string>>;
  },
): LoadBalancer & { LoadBalancerArn: string } {
  const { regionWorld } = builder;
  const path = `app/${spec.name}/${suffix(builder)}`;
  for (const subnet of spec.subnets) {
    addInterface(builder, {
      subnet,
      groups: spec.groups,
      type: "interface",
      description: `ELB ${path}`,
      requesterId: "amazon-elb",
    });
  }
  const loadBalancer = {
    LoadBalancerArn: arnOf(builder, `loadbalancer/${path}`),
    DNSName: `internal-${spec.name}-1839275640.${regionWorld.region}.elb.amazonaws.com`,
    CanonicalHostedZoneId: "Z32O12XQLNTSW2",
    CreatedTime: MADE_AT,
    LoadBalancerName: spec.name,
    Scheme: "internal" as const,
    VpcId: spec.subnets[0]?.vpcId ?? "",
    State: { Code: "active" as const },
    Type: "application" as const,
    AvailabilityZones: spec.subnets.map((subnet) => ({
      ZoneName: subnet.zone,
      SubnetId: subnet.subnetId,
      LoadBalancerAddresses: [],
    })),
    SecurityGroups: spec.groups.map((group) => group.groupId),
    IpAddressType: "ipv4" as const,
  };
  regionWorld.loadBalancing.loadBalancers.push(loadBalancer);
  regionWorld.loadBalancing.tags[loadBalancer.LoadBalancerArn] = Object.entries(spec.tags ?? {}).map(
    ([Key, Value]) => ({ Key, Value }),
  );
  return loadBalancer;
}

/** Makes a target group with targets. Returns its ARN. */
export function addTargetGroup(
  builder: Builder,
  spec: Partial<TargetGroup> & { TargetGroupName: string; targets: TargetHealthDescription[] },
): string {
  const { targets, ...members } = spec;
  const { loadBalancing } = builder.regionWorld;
  const TargetGroupArn = arnOf(builder, `targetgroup/${spec.TargetGroupName}/${suffix(builder)}`);
  loadBalancing.targetGroups.push({ TargetGroupArn, IpAddressType: "ipv4", ...members });
  loadBalancing.targets[TargetGroupArn] = targets;
  return TargetGroupArn;
}

function forwardTo(TargetGroupArn: string): Action {
  return {
    Type: "forward",
    TargetGroupArn,
    Order: 1,
    ForwardConfig: {
      TargetGroups: [{ TargetGroupArn, Weight: 1 }],
      TargetGroupStickinessConfig: { Enabled: false },
    },
  };
}

/** Makes an HTTP listener that forwards to one group, and paths to others. */
export function addListener(
  builder: Builder,
  loadBalancer: { LoadBalancerArn: string },
  spec: { port: number; targetGroupArn: string; paths?: readonly { path: string; targetGroupArn: string }[] },
): void {
  const { loadBalancing } = builder.regionWorld;
  const { LoadBalancerArn } = loadBalancer;
  const ListenerArn = `${LoadBalancerArn.replace(":loadbalancer/", ":listener/")}/${suffix(builder)}`;
  const DefaultActions = [forwardTo(spec.targetGroupArn)];
  loadBalancing.listeners.push({
    ListenerArn,
    LoadBalancerArn,
    Port: spec.port,
    Protocol: "HTTP",
    DefaultActions,
  });
  const ruleArn = (): string => `${ListenerArn.replace(":listener/", ":listener-rule/")}/${suffix(builder)}`;
  for (const [index, { path, targetGroupArn }] of (spec.paths ?? []).entries()) {
    loadBalancing.rules.push({
      ListenerArn,
      RuleArn: ruleArn(),
      Priority: String(index + 1),
      Conditions: [{ Field: "path-pattern", Values: [path], PathPatternConfig: { Values: [path] } }],
      Actions: [forwardTo(targetGroupArn)],
      IsDefault: false,
    });
  }
  loadBalancing.rules.push({
    ListenerArn,
    RuleArn: ruleArn(),
    Priority: "default",
    Conditions: [],
    Actions: DefaultActions,
    IsDefault: true,
  });
  const forwarded = [spec.targetGroupArn, ...(spec.paths ?? []).map((path) => path.targetGroupArn)];
  for (const group of loadBalancing.targetGroups) {
    if (forwarded.includes(group.TargetGroupArn ?? "")) group.LoadBalancerArns = [LoadBalancerArn];
  }
}

import { coverageOf, describeGap } from "../../network/coverage-of";
import { canSetClientIpPreservation, clientIpPreservation } from "../../network/client-ip-preservation";
import type { Network, Resource } from "../../network/network";
import type { Identified } from "../../network/resource-id";
import type { LocatedLoadBalancer } from "../index/load-balancers";
import { keptPerIndex } from "../index/kept";
import type { NetworkIndex } from "../index/network-index";

export interface BalancedTarget {
  kind: "instance" | "ip" | "alb" | "lambda";
  id: string;
  port: number;
  vpcId: string;
  /** Of the addresses that the load balancer sends to. */
  family: 4 | 6;
  /** It sees the client's address as the sender's; null where that may be set and was not read. */
  keepsClientAddress: boolean | null;
  /** Absent where its health was not read. */
  state: string | undefined;
}

export interface ListenerTargets {
  /** It redirects, or answers by itself. */
  needsNoTarget: boolean;
  targets: readonly BalancedTarget[];
  /** What was not read, so that there may be others. */
  gaps: readonly string[];
}

/** Those of the default actions: the rules of a listener are not read. */
export function targetsOfListener(
  index: NetworkIndex,
  loadBalancer: LocatedLoadBalancer,
  { DefaultActions: actions = [], ListenerArn }: Identified<"Listeners">,
): ListenerTargets {
  const groups = new Set(actions.flatMap(groupsOfAction));
  if (groups.size > 0) {
    const found = [...groups].sort().map((arn) => targetsOfGroup(index, loadBalancer, arn));
    return {
      needsNoTarget: false,
      targets: found.flatMap(({ targets }) => targets),
      gaps: found.flatMap(({ gaps }) => gaps),
    };
  }
  const needsNoTarget = actions.some(({ Type }) => Type === "redirect" || Type === "fixed-response");
  const gaps = needsNoTarget ? [] : [`the answer tells no target group of ${ListenerArn}`];
  return { needsNoTarget, targets: [], gaps };
}

type Action = NonNullable<Resource<"Listeners">["DefaultActions"]>[number];

/** A group of weight 0 gets nothing. */
function groupsOfAction({ TargetGroupArn, ForwardConfig }: Action): string[] {
  const weighted = ForwardConfig?.TargetGroups ?? [{ TargetGroupArn }];
  const used = weighted.length === 1 ? weighted : weighted.filter(({ Weight }) => Weight !== 0);
  return used.flatMap((one) => one.TargetGroupArn ?? []);
}

type GroupTargets = Pick<ListenerTargets, "targets" | "gaps">;

const known = keptPerIndex(() => new Map<string, GroupTargets>());

/** Kept: very many listeners may lead to one group. */
function targetsOfGroup(index: NetworkIndex, loadBalancer: LocatedLoadBalancer, arn: string): GroupTargets {
  const groups = known(index, loadBalancer.resource.LoadBalancerArn);
  const targets = groups.get(arn) ?? readTargets(index, loadBalancer, arn);
  groups.set(arn, targets);
  return targets;
}

function readTargets(
  { network }: NetworkIndex,
  loadBalancer: LocatedLoadBalancer,
  arn: string,
): GroupTargets {
  const gapOf = (call: "elbv2.DescribeTargetGroups" | "elbv2.DescribeTargetHealth", what: string) => {
    const gap = describeGap(call, coverageOf(network, call, loadBalancer));
    return `${what} of ${nameOfGroup(arn)}: ${gap ?? "no answer names it"}`;
  };
  const group = network.targetGroups.get(arn)?.resource;
  if (!group) return { targets: [], gaps: [gapOf("elbv2.DescribeTargetGroups", "the kind of targets")] };
  const health = network.targetHealthDescriptions.get(arn)?.resource.TargetHealthDescriptions;
  if (!health) return { targets: [], gaps: [gapOf("elbv2.DescribeTargetHealth", "the targets")] };
  // A group of functions is in no VPC.
  const { TargetType: kind = "instance", Port, VpcId: vpcId = "", IpAddressType } = group;
  const family = IpAddressType === "ipv6" ? 6 : 4;
  const keepsClientAddress = keepsAddress(network, loadBalancer.resource, group);
  const targets: BalancedTarget[] = [];
  const gaps: string[] = [];
  for (const { Target, TargetHealth } of sortedByContent(health)) {
    const port = Target?.Port ?? Port;
    if (Target?.Id === undefined || (port === undefined && kind !== "lambda"))
      gaps.push(`a target or its port in ${nameOfGroup(arn)}`);
    else {
      const own = { kind, id: Target.Id, port: port ?? 0, vpcId, family } as const;
      targets.push({ ...own, keepsClientAddress, state: TargetHealth?.State });
    }
  }
  return { targets, gaps };
}

type Registered = Resource<"TargetHealthDescriptions">["TargetHealthDescriptions"][number];

/** So that the order of AWS's answer never matters. */
function sortedByContent(registered: readonly Registered[]): Registered[] {
  const withTexts = registered.map((one) => [JSON.stringify(one), one] as const);
  return withTexts.sort(([left], [right]) => compare(left, right)).map(([, one]) => one);
}

const { compare } = new Intl.Collator("en");

function nameOfGroup(arn: string): string {
  return arn.replace(/^.*:targetgroup\/([^/]+).*$/, "$1");
}

/** Source: User Guide for Network Load Balancers, "Edit target group attributes". */
function keepsAddress(
  { targetGroupAttributes }: Network,
  { Type }: Resource<"LoadBalancers">,
  group: Identified<"TargetGroups">,
): boolean | null {
  if (Type !== "network") return false;
  if (!canSetClientIpPreservation(group)) return true;
  const read = targetGroupAttributes.get(group.TargetGroupArn);
  return read ? clientIpPreservation(read.resource) : null;
}

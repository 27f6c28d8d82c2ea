import {
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { canSetClientIpPreservation } from "@/lib/core/network/client-ip-preservation";
import { sendOptions } from "../send-options";
import { dependentCall, type AnyDependentCall } from "./dependent-call";
import { regionCall, type AnyRegionCall } from "./region-call";

const SERVICE = "elasticloadbalancing";
/** The largest page (Elastic Load Balancing API reference, version 2015-12-01). */
const PageSize = 400;

/** Load balancers as targets, and what they pass traffic on to. */
export const elbv2Calls: readonly AnyRegionCall[] = [
  regionCall(SERVICE, "DescribeLoadBalancers", "LoadBalancers", async (scope, Marker) => {
    const command = new DescribeLoadBalancersCommand({ PageSize, Marker });
    const page = await scope.aws.elbv2(scope.region).send(command, sendOptions(scope));
    return { items: page.LoadBalancers, nextToken: page.NextMarker };
  }),
  regionCall(SERVICE, "DescribeTargetGroups", "TargetGroups", async (scope, Marker) => {
    const command = new DescribeTargetGroupsCommand({ PageSize, Marker });
    const page = await scope.aws.elbv2(scope.region).send(command, sendOptions(scope));
    return { items: page.TargetGroups, nextToken: page.NextMarker };
  }),
];

/** DescribeListeners wants a load balancer, the others a target group. */
export const elbv2DependentCalls: readonly AnyDependentCall[] = [
  dependentCall({
    service: SERVICE,
    operation: "DescribeListeners",
    resourceKey: "Listeners",
    parentKey: "LoadBalancers",
    subjectsOf: (balancers) => balancers.flatMap(({ LoadBalancerArn }) => LoadBalancerArn ?? []),
    fetch: async (scope, LoadBalancerArn, Marker) => {
      const command = new DescribeListenersCommand({ LoadBalancerArn, PageSize, Marker });
      const page = await scope.aws.elbv2(scope.region).send(command, sendOptions(scope));
      return { items: page.Listeners, nextToken: page.NextMarker };
    },
    toItems: (_arn, listeners) => [...listeners],
  }),
  dependentCall({
    service: SERVICE,
    operation: "DescribeTargetGroupAttributes",
    resourceKey: "TargetGroupAttributes",
    parentKey: "TargetGroups",
    subjectsOf: (groups) =>
      groups.flatMap((group) => (canSetClientIpPreservation(group) ? (group.TargetGroupArn ?? []) : [])),
    fetch: async (scope, TargetGroupArn) => {
      const command = new DescribeTargetGroupAttributesCommand({ TargetGroupArn });
      const page = await scope.aws.elbv2(scope.region).send(command, sendOptions(scope));
      return { items: page.Attributes };
    },
    toItems: (TargetGroupArn, attributes) => [{ TargetGroupArn, Attributes: [...attributes] }],
  }),
  dependentCall({
    service: SERVICE,
    operation: "DescribeTargetHealth",
    resourceKey: "TargetHealthDescriptions",
    parentKey: "TargetGroups",
    subjectsOf: (groups) => groups.flatMap(({ TargetGroupArn }) => TargetGroupArn ?? []),
    fetch: async (scope, TargetGroupArn) => {
      const command = new DescribeTargetHealthCommand({ TargetGroupArn });
      const page = await scope.aws.elbv2(scope.region).send(command, sendOptions(scope));
      return { items: page.TargetHealthDescriptions };
    },
    toItems: (TargetGroupArn, found) => [{ TargetGroupArn, TargetHealthDescriptions: [...found] }],
  }),
];

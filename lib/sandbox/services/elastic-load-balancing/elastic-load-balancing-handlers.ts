import type { HandlerTable } from "../../handler";
import { describeLoadBalancerAttributes, describeTargetGroupAttributes } from "./describe-attributes";
import { describeListeners, describeRules } from "./describe-listeners";
import { describeLoadBalancers } from "./describe-load-balancers";
import { describeTags } from "./describe-tags";
import { describeTargetGroups, describeTargetHealth } from "./describe-target-groups";

/** The operations of Elastic Load Balancing (version 2) that the sandbox knows. */
export const elasticLoadBalancingHandlers = {
  DescribeListeners: describeListeners,
  DescribeLoadBalancerAttributes: describeLoadBalancerAttributes,
  DescribeLoadBalancers: describeLoadBalancers,
  DescribeRules: describeRules,
  DescribeTags: describeTags,
  DescribeTargetGroupAttributes: describeTargetGroupAttributes,
  DescribeTargetGroups: describeTargetGroups,
  DescribeTargetHealth: describeTargetHealth,
} satisfies HandlerTable;

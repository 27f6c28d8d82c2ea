import type {
  DescribeListenersCommandInput,
  DescribeListenersCommandOutput,
  DescribeRulesCommandInput,
  DescribeRulesCommandOutput,
  Listener,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../aws-error";
import type { Answer, Handler } from "../../handler";
import { LOAD_BALANCERS } from "./describe-load-balancers";
import { elbPage, pickByArnsOrNames, type ElbKind } from "./elb-page";

const LISTENERS: ElbKind<Listener> = {
  arnOf: (item) => item.ListenerArn,
  notFoundCode: "ListenerNotFound",
  noun: "listeners",
};

/** The listeners of a load balancer, or some by their ARNs. */
export const describeListeners: Handler<
  DescribeListenersCommandInput,
  Answer<DescribeListenersCommandOutput>
> = ({ regionWorld }, input) => {
  const { loadBalancers, listeners } = regionWorld.loadBalancing;
  const { LoadBalancerArn: loadBalancerArn, ListenerArns: arns } = input;
  if (loadBalancerArn === undefined && (arns ?? []).length === 0) {
    throw new AwsError("ValidationError", "You must specify either listener ARNs or a load balancer ARN");
  }
  if (loadBalancerArn !== undefined)
    pickByArnsOrNames(loadBalancers, { arns: [loadBalancerArn] }, LOAD_BALANCERS);
  const found = pickByArnsOrNames(listeners, { arns }, LISTENERS).filter(
    (listener) => loadBalancerArn === undefined || listener.LoadBalancerArn === loadBalancerArn,
  );
  const { items, NextMarker } = elbPage(found, input);
  return { Listeners: items, NextMarker };
};

/** The rules of a listener, the default rule last, or some by their ARNs. */
export const describeRules: Handler<DescribeRulesCommandInput, Answer<DescribeRulesCommandOutput>> = (
  { regionWorld },
  input,
) => {
  const { listeners, rules } = regionWorld.loadBalancing;
  const { ListenerArn: listenerArn, RuleArns: arns } = input;
  if (listenerArn === undefined && (arns ?? []).length === 0) {
    throw new AwsError("ValidationError", "You must specify either listener rule ARNs or a listener ARN");
  }
  if (listenerArn !== undefined) pickByArnsOrNames(listeners, { arns: [listenerArn] }, LISTENERS);
  const kind = {
    arnOf: (rule: { RuleArn?: string | undefined }) => rule.RuleArn,
    notFoundCode: "RuleNotFound",
    noun: "rules",
  };
  const found = pickByArnsOrNames(rules, { arns }, kind).filter(
    (rule) => listenerArn === undefined || rule.ListenerArn === listenerArn,
  );
  const { items, NextMarker } = elbPage(found, input);
  return { Rules: items, NextMarker };
};

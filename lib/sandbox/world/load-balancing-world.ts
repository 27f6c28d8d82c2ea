import type {
  Listener,
  LoadBalancer,
  Rule,
  Tag,
  TargetGroup,
  TargetHealthDescription,
} from "@aws-sdk/client-elastic-load-balancing-v2";

/** Load balancers of one region, as Elastic Load Balancing (version 2) describes them. */
export interface LoadBalancingWorld {
  loadBalancers: LoadBalancer[];
  listeners: Listener[];
  /** Each with the listener that it belongs to, which AWS tells by the rule's ARN only. */
  rules: (Rule & { ListenerArn: string })[];
  targetGroups: TargetGroup[];
  /** Target group's ARN -> its targets. */
  targets: Record<string, TargetHealthDescription[]>;
  /** ARN of a load balancer or target group -> attributes that differ from the defaults. */
  attributes: Record<string, Record<string, string>>;
  /** ARN -> tags. */
  tags: Record<string, Tag[]>;
}

export function createLoadBalancingWorld(): LoadBalancingWorld {
  return {
    loadBalancers: [],
    listeners: [],
    rules: [],
    targetGroups: [],
    targets: {},
    attributes: {},
    tags: {},
  };
}

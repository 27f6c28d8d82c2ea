import type {
  DescribeLoadBalancerAttributesCommandInput,
  DescribeLoadBalancerAttributesCommandOutput,
  DescribeTargetGroupAttributesCommandInput,
  DescribeTargetGroupAttributesCommandOutput,
  LoadBalancer,
  TargetGroup,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Answer, Handler } from "../../handler";
import { LOAD_BALANCERS } from "./describe-load-balancers";
import { TARGET_GROUPS } from "./describe-target-groups";
import { pickByArnsOrNames } from "./elb-page";

type Defaults = Readonly<Record<string, string>>;

const ANY_LOAD_BALANCER: Defaults = {
  "deletion_protection.enabled": "false",
  "load_balancing.cross_zone.enabled": "false",
};

/** "LoadBalancerAttribute" in the SDK. */
const APPLICATION: Defaults = {
  "access_logs.s3.enabled": "false",
  "access_logs.s3.bucket": "",
  "access_logs.s3.prefix": "",
  "deletion_protection.enabled": "false",
  "idle_timeout.timeout_seconds": "60",
  "client_keep_alive.seconds": "3600",
  "load_balancing.cross_zone.enabled": "true",
  "routing.http.desync_mitigation_mode": "defensive",
  "routing.http.drop_invalid_header_fields.enabled": "false",
  "routing.http.preserve_host_header.enabled": "false",
  "routing.http.xff_header_processing.mode": "append",
  "routing.http2.enabled": "true",
  "waf.fail_open.enabled": "false",
};

/** "TargetGroupAttribute" in the SDK. */
const ANY_TARGET_GROUP: Defaults = {
  "deregistration_delay.timeout_seconds": "300",
  "stickiness.enabled": "false",
  "load_balancing.cross_zone.enabled": "use_load_balancer_configuration",
};

const LAMBDA_TARGET_GROUP: Defaults = { "lambda.multi_value_headers.enabled": "false" };

function networkDefaults(group: TargetGroup): Defaults {
  if (!["TCP", "UDP", "TCP_UDP", "TLS"].includes(group.Protocol ?? "")) return {};
  // "The default is disabled if the target group type is ip and the protocol is TCP or TLS. Otherwise, enabled."
  const isHidden = group.TargetType === "ip" && (group.Protocol === "TCP" || group.Protocol === "TLS");
  return { "preserve_client_ip.enabled": String(!isHidden), "proxy_protocol_v2.enabled": "false" };
}

function loadBalancerDefaults(loadBalancer: LoadBalancer): Defaults {
  return loadBalancer.Type === "application" ? APPLICATION : ANY_LOAD_BALANCER;
}

function toAttributes(defaults: Defaults, own: Defaults | undefined): { Key: string; Value: string }[] {
  return Object.entries({ ...defaults, ...own }).map(([Key, Value]) => ({ Key, Value }));
}

/** What a load balancer is set to, defaults included. */
export const describeLoadBalancerAttributes: Handler<
  DescribeLoadBalancerAttributesCommandInput,
  Answer<DescribeLoadBalancerAttributesCommandOutput>
> = ({ regionWorld }, input) => {
  const { LoadBalancerArn: arn = "" } = input;
  const { loadBalancers, attributes } = regionWorld.loadBalancing;
  const [found = {}] = pickByArnsOrNames(loadBalancers, { arns: [arn] }, LOAD_BALANCERS);
  return { Attributes: toAttributes(loadBalancerDefaults(found), attributes[arn]) };
};

/** What a target group is set to, defaults included. */
export const describeTargetGroupAttributes: Handler<
  DescribeTargetGroupAttributesCommandInput,
  Answer<DescribeTargetGroupAttributesCommandOutput>
> = ({ regionWorld }, input) => {
  const { TargetGroupArn: arn = "" } = input;
  const { targetGroups, attributes } = regionWorld.loadBalancing;
  const [found = {}] = pickByArnsOrNames(targetGroups, { arns: [arn] }, TARGET_GROUPS);
  const defaults =
    found.TargetType === "lambda" ? LAMBDA_TARGET_GROUP : { ...ANY_TARGET_GROUP, ...networkDefaults(found) };
  return { Attributes: toAttributes(defaults, attributes[arn]) };
};

import type {
  DescribeTagsCommandInput,
  DescribeTagsCommandOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../aws-error";
import type { Answer, Handler } from "../../handler";
import type { LoadBalancingWorld } from "../../world/load-balancing-world";
import { LOAD_BALANCERS } from "./describe-load-balancers";
import { TARGET_GROUPS } from "./describe-target-groups";
import { pickByArnsOrNames } from "./elb-page";

const MAX_ARNS = 20;

function checkExists(world: LoadBalancingWorld, arn: string): void {
  if (arn.includes(":targetgroup/")) pickByArnsOrNames(world.targetGroups, { arns: [arn] }, TARGET_GROUPS);
  else if (arn.includes(":loadbalancer/"))
    pickByArnsOrNames(world.loadBalancers, { arns: [arn] }, LOAD_BALANCERS);
  else if (
    ![
      ...world.listeners.map((item) => item.ListenerArn),
      ...world.rules.map((item) => item.RuleArn),
    ].includes(arn)
  ) {
    throw new AwsError(
      arn.includes(":listener-rule/") ? "RuleNotFound" : "ListenerNotFound",
      `'${arn}' was not found`,
    );
  }
}

/** The tags of load balancers, listeners, rules and target groups, by their ARNs. */
export const describeTags: Handler<DescribeTagsCommandInput, Answer<DescribeTagsCommandOutput>> = (
  { regionWorld },
  input,
) => {
  const { ResourceArns: arns = [] } = input;
  if (arns.length > MAX_ARNS) {
    throw new AwsError(
      "ValidationError",
      `1 validation error detected: Value at 'resourceArns' failed to satisfy constraint: Member must have length less than or equal to ${String(MAX_ARNS)}`,
    );
  }
  for (const arn of arns) checkExists(regionWorld.loadBalancing, arn);
  return {
    TagDescriptions: arns.map((arn) => ({
      ResourceArn: arn,
      Tags: regionWorld.loadBalancing.tags[arn] ?? [],
    })),
  };
};

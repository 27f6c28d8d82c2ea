import type {
  DescribeTargetGroupsCommandInput,
  DescribeTargetGroupsCommandOutput,
  DescribeTargetHealthCommandInput,
  DescribeTargetHealthCommandOutput,
  TargetDescription,
  TargetGroup,
  TargetHealthDescription,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../aws-error";
import type { Answer, Handler } from "../../handler";
import { LOAD_BALANCERS } from "./describe-load-balancers";
import { elbPage, pickByArnsOrNames, type ElbKind } from "./elb-page";

export const TARGET_GROUPS: ElbKind<TargetGroup> = {
  arnOf: (item) => item.TargetGroupArn,
  nameOf: (item) => item.TargetGroupName,
  notFoundCode: "TargetGroupNotFound",
  noun: "target groups",
};

/** Target groups: all, a load balancer's, or some by ARN or name. */
export const describeTargetGroups: Handler<
  DescribeTargetGroupsCommandInput,
  Answer<DescribeTargetGroupsCommandOutput>
> = ({ regionWorld }, input) => {
  const { loadBalancers, targetGroups } = regionWorld.loadBalancing;
  const { LoadBalancerArn: loadBalancerArn, TargetGroupArns: arns, Names: names } = input;
  if (loadBalancerArn !== undefined)
    pickByArnsOrNames(loadBalancers, { arns: [loadBalancerArn] }, LOAD_BALANCERS);
  const found = pickByArnsOrNames(targetGroups, { arns, names }, TARGET_GROUPS).filter(
    (group) => loadBalancerArn === undefined || group.LoadBalancerArns?.includes(loadBalancerArn) === true,
  );
  const { items, NextMarker } = elbPage(found, input);
  return { TargetGroups: items, NextMarker };
};

function isTarget(known: TargetHealthDescription, asked: TargetDescription): boolean {
  const isPort = asked.Port === undefined || known.Target?.Port === asked.Port;
  return known.Target?.Id === asked.Id && isPort;
}

/** What a load balancer says about a target that nobody registered. */
function unregistered(target: TargetDescription): TargetHealthDescription {
  return {
    Target: target,
    TargetHealth: {
      State: "unused",
      Reason: "Target.NotRegistered",
      Description: "Target is not registered to the target group",
    },
  };
}

/** The health of a group's targets, or of those that are asked about. */
export const describeTargetHealth: Handler<
  DescribeTargetHealthCommandInput,
  Answer<DescribeTargetHealthCommandOutput>
> = ({ regionWorld }, input) => {
  const { TargetGroupArn: arn = "", Targets: asked } = input;
  const { targetGroups, targets } = regionWorld.loadBalancing;
  if (!arn.startsWith("arn:"))
    throw new AwsError("ValidationError", `'${arn}' is not a valid target group ARN`);
  pickByArnsOrNames(targetGroups, { arns: [arn] }, TARGET_GROUPS);
  const known = targets[arn] ?? [];
  if (asked === undefined || asked.length === 0) return { TargetHealthDescriptions: known };
  return {
    TargetHealthDescriptions: asked.map(
      (target) => known.find((candidate) => isTarget(candidate, target)) ?? unregistered(target),
    ),
  };
};

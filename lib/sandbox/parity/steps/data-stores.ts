import { elasticLoadBalancing, rds, type Step } from "../step";

const balancerArn =
  "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/absent/0123456789abcdef";
const groupArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/absent/0123456789abcdef";

/** What is read of databases and load balancers in an account that has none. */
export const dataStoreSteps: readonly Step[] = [
  rds("DescribeDBInstances", {}),
  rds("DescribeDBInstances", { DBInstanceIdentifier: "absent" }),
  rds("DescribeDBClusters", {}),
  rds("DescribeDBClusters", { DBClusterIdentifier: "absent" }),
  rds("DescribeDBSubnetGroups", {}),
  rds("DescribeDBSubnetGroups", { DBSubnetGroupName: "absent" }),
  elasticLoadBalancing("DescribeLoadBalancers", {}),
  elasticLoadBalancing("DescribeLoadBalancers", { Names: ["absent"] }),
  elasticLoadBalancing("DescribeLoadBalancers", { LoadBalancerArns: [balancerArn] }),
  elasticLoadBalancing("DescribeTargetGroups", {}),
  elasticLoadBalancing("DescribeTargetGroups", { Names: ["absent"] }),
  elasticLoadBalancing("DescribeTargetGroups", { TargetGroupArns: [groupArn] }),
  elasticLoadBalancing("DescribeListeners", { LoadBalancerArn: balancerArn }),
  elasticLoadBalancing("DescribeTargetHealth", { TargetGroupArn: groupArn }),
];

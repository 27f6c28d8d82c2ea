import type {
  DescribeLoadBalancersCommandInput,
  DescribeLoadBalancersCommandOutput,
  LoadBalancer,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Answer, Handler } from "../../handler";
import { elbPage, pickByArnsOrNames, type ElbKind } from "./elb-page";

export const LOAD_BALANCERS: ElbKind<LoadBalancer> = {
  arnOf: (item) => item.LoadBalancerArn,
  nameOf: (item) => item.LoadBalancerName,
  notFoundCode: "LoadBalancerNotFound",
  noun: "load balancers",
  // As recorded in hashicorp/terraform-provider-aws issue 10669.
  refuseNames: (names) => `Load balancers '[${names.join(", ")}]' not found`,
};

/** Application, Network and Gateway Load Balancers. */
export const describeLoadBalancers: Handler<
  DescribeLoadBalancersCommandInput,
  Answer<DescribeLoadBalancersCommandOutput>
> = ({ regionWorld }, input) => {
  const asked = { arns: input.LoadBalancerArns, names: input.Names };
  const found = pickByArnsOrNames(regionWorld.loadBalancing.loadBalancers, asked, LOAD_BALANCERS);
  const { items, NextMarker } = elbPage(found, input);
  return { LoadBalancers: items, NextMarker };
};

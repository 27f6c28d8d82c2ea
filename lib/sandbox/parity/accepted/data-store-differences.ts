import type { DifferenceRow } from "../accepted-difference";

/** Where moto's databases and load balancers are not AWS's. */
export const dataStoreDifferences: readonly DifferenceRow[] = [
  {
    reason: "undecided",
    in: ["DescribeDBSubnetGroups"],
    at: "error.message",
    moto: "Subnet Group absent not found.",
    sandbox: "DB subnet group absent does not exist.",
    because: "no document found for the words of this operation; ours follow those of a database's creation",
    source: "floci-io/floci issue 1728 (the code); SDK type DBSubnetGroupNotFoundFault",
  },
  {
    reason: "moto-differs",
    in: ["DescribeLoadBalancers"],
    at: "error.message",
    moto: "The specified load balancer does not exist.",
    sandbox: "Load balancers '[absent]' not found",
    because: "the words for names",
    source: "hashicorp/terraform-provider-aws issue 10669",
  },
  {
    reason: "moto-differs",
    in: ["DescribeLoadBalancers", "DescribeListeners"],
    at: "error.message",
    moto: "The specified load balancer does not exist.",
    sandbox: "One or more load balancers not found",
    because:
      "the words for ARNs; no AWS document found, CloudFormation's failures quoted in public have them",
    source: "SDK type LoadBalancerNotFoundException (the code)",
  },
];

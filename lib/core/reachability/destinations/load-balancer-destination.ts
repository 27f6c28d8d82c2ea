import { FlowError } from "../flow";
import type { NetworkIndex } from "../index/network-index";
import { resolveNames } from "./name-resolution";
import { destinationOf, targetsOf, type Destination } from "./target";

/** A load balancer: its interfaces, which its name gives in turn. */
export function loadBalancerDestination(index: NetworkIndex, arn: string, vpcId: string | null): Destination {
  const { network } = index;
  if (!network.loadBalancers.has(arn)) {
    throw new FlowError(
      "not-found",
      "destination.loadBalancerArn",
      `${arn} is not among the load balancers read.`,
    );
  }
  const targets = index.endpointsOfLoadBalancer(arn).flatMap((endpoint) => targetsOf(endpoint, 4));
  const names = vpcId === null ? {} : resolveNames(index, vpcId);
  return destinationOf(targets, "in-turn", names);
}

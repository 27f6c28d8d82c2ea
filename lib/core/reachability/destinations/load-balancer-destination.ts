import { FlowError } from "../flow";
import type { NetworkIndex } from "../index/network-index";
import { resolveNames } from "./name-resolution";
import { byPublicName } from "./public-name";
import { destinationOf, targetsOf, type Destination } from "./target";

/** A load balancer: its interfaces, which its name gives in turn; public addresses where it faces the internet. */
export function loadBalancerDestination(index: NetworkIndex, arn: string, vpcId: string | null): Destination {
  const { network } = index;
  const loadBalancer = network.loadBalancers.get(arn);
  if (!loadBalancer) {
    throw new FlowError(
      "not-found",
      "destination.loadBalancerArn",
      `${arn} is not among the load balancers read.`,
    );
  }
  const targets = index.endpointsOfLoadBalancer(arn).flatMap((endpoint) => targetsOf(endpoint, 4));
  if (vpcId === null) return destinationOf(targets, "in-turn");
  const names = resolveNames(index, vpcId);
  if (loadBalancer.resource.Scheme !== "internet-facing") return destinationOf(targets, "in-turn", names);
  const led = byPublicName(index, vpcId, { resourceId: arn, targets, isPrivateWithin: false });
  const checkpoints = [...names.checkpoints, ...led.checkpoints];
  return destinationOf(led.targets, "in-turn", { ...names, checkpoints });
}

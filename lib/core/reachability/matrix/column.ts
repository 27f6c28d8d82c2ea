import { hasPublicName } from "../destinations/data-store-destination";
import { resolveDestination } from "../destinations/resolve-destination";
import type { Destination, Target } from "../destinations/target";
import type { Flow, FlowDestination } from "../flow";
import type { NetworkIndex } from "../index/network-index";
import { once, oncePerKey } from "../index/once";
import type { Asked } from "../judge/asked";
import { readAsked } from "../question/read-traffic";

export type MatrixTarget = Pick<Flow, "destination" | "protocol" | "port">;

/** What is worked out once for a column and an address family. */
export interface Column {
  target: MatrixTarget;
  family: 4 | 6;
  asked: Asked;
  /** The same for columns that ask the same of different destinations. */
  askedKey: string;
  /** What the destination means from a VPC; null stands for outside every VPC. */
  destinationFrom: (vpcId: string | null) => Destination;
  /** Where it is, whoever asks; none where that depends on who asks, as of a service. */
  fixedTargets: () => readonly Target[];
}

export function makeColumn(index: NetworkIndex, target: MatrixTarget, family: 4 | 6): Column {
  const { destination } = target;
  const isSameForAll =
    "cidr" in destination || "networkInterfaceId" in destination || "instanceId" in destination;
  const resolve = oncePerKey((vpcId: string | null) => resolveDestination(index, destination, vpcId, family));
  return {
    target,
    family,
    askedKey: JSON.stringify([family, target.protocol, target.port]),
    // What a column asks depends on no source.
    asked: readAsked({ source: { cidr: "0.0.0.0/0" }, ...target }, family),
    destinationFrom: (vpcId) => resolve(isSameForAll ? null : vpcId),
    fixedTargets: once(() => (dependsOnAsker(index, destination) ? [] : resolve(null).targets)),
  };
}

function dependsOnAsker(index: NetworkIndex, destination: FlowDestination): boolean {
  if ("dbInstanceIdentifier" in destination) return hasPublicName(index, destination.dbInstanceIdentifier);
  return "service" in destination || "loadBalancerArn" in destination;
}

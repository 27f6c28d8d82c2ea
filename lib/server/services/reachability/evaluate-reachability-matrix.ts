import { MAX_MATRIX_CELLS } from "@/lib/contract/limits";
import type { Matrix, MatrixQuestion } from "@/lib/contract/reachability/matrix";
import type { Connection, Network } from "@/lib/core/network/network";
import { targetsAround } from "@/lib/core/plans/reach/targets-around";
import {
  commonTargets,
  dataStoreTargets,
  type KnownTarget,
} from "@/lib/core/reachability/targets/known-targets";
import { indexNetwork } from "@/lib/core/reachability/index/network-index";
import { requireDestination } from "@/lib/core/reachability/question/require-destination";
import { withIpv6Internet } from "@/lib/core/reachability/targets/ipv6-internet";
import { allPeerTargets } from "@/lib/core/reachability/targets/peer-targets";
import type { RequestContext } from "../../context";
import { getNetwork } from "../snapshots/get-network";
import { evaluateColumns, type Column } from "./evaluate-columns";
import { listConnections, NAMES_FOUND, toFlowSource, toReachabilityConnection } from "./list-connections";
import { createTargetNamer, withTraffic } from "./targets/name-targets";
import { refuseBadFlows } from "./refusals/refuse-bad-flows";
import { requireAffordable } from "./refusals/require-affordable";

/** What each connection reaches of each destination. Throws ApiError `invalid_request`, `not_found`, `too_large`. */
export async function evaluateReachabilityMatrix({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: MatrixQuestion;
}): Promise<Matrix> {
  const { network, snapshot } = await getNetwork({ ctx, snapshotId: input.snapshotId });
  const connections = listConnections(network, input.vpcId);
  const columns = toColumns(network, input, connections);
  requireAffordable(
    { connections: connections.length, destinations: columns.length },
    MAX_MATRIX_CELLS,
    input.destinations === undefined ? "vpcId" : "destinations",
  );
  return {
    snapshotId: snapshot.id,
    capturedAt: snapshot.capturedAt,
    connections: connections.map((connection) => toReachabilityConnection(network, connection, NAMES_FOUND)),
    destinations: columns.map(({ target }) => target),
    verdicts: await evaluateColumns(network, connections.map(toFlowSource), columns),
  };
}

function toColumns(
  network: Network,
  { vpcId, destinations, ...asked }: MatrixQuestion,
  connections: readonly Connection[],
): Column[] {
  if (destinations === undefined) {
    // ICMP is IPv4's: IPv6 has its own.
    const senders = asked.protocol === "icmp" || asked.protocol === 1 ? [] : connections;
    return withIpv6Internet(network, targetsOf(network, vpcId), senders).map((target) => ({
      target: withTraffic(target, asked),
      destination: target.destination,
    }));
  }
  const nameTarget = createTargetNamer(network);
  return destinations.map((destination, index) => {
    const rename = (field: string) => field.replace(/^destination\b/, `destinations[${index}]`);
    refuseBadFlows(
      network,
      () => {
        requireDestination(indexNetwork(network), destination);
      },
      rename,
    );
    return { target: nameTarget(destination, asked), destination };
  });
}

function targetsOf(network: Network, vpcId: string | undefined): KnownTarget[] {
  if (vpcId !== undefined) return targetsAround(network, [vpcId]).targets;
  return [...commonTargets(), ...dataStoreTargets(network, null), ...allPeerTargets(network)];
}

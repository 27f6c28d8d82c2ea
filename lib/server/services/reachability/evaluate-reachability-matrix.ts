import { MAX_MATRIX_CELLS } from "@/lib/contract/limits";
import type { Matrix, MatrixQuestion } from "@/lib/contract/reachability/matrix";
import type { Network } from "@/lib/core/network/network";
import { targetsAround } from "@/lib/core/plans/reach/targets-around";
import {
  commonTargets,
  dataStoreTargets,
  type KnownTarget,
} from "@/lib/core/reachability/targets/known-targets";
import type { RequestContext } from "../../context";
import { ApiError } from "../../http/api-error";
import { getNetwork } from "../snapshots/get-network";
import { evaluateColumns, type Column } from "./evaluate-columns";
import { listConnections, toFlowSource, toReachabilityConnection } from "./list-connections";
import { createTargetNamer, withTraffic } from "./name-targets";
import { refuseBadFlows } from "./refuse-bad-flows";
import { requireDestination } from "./require-destination";

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
  const columns = toColumns(network, input);
  const cells = connections.length * columns.length;
  if (cells > MAX_MATRIX_CELLS) {
    const size = `${connections.length} connections times ${columns.length} destinations`;
    throw new ApiError("too_large", `${size} are more than ${MAX_MATRIX_CELLS} verdicts.`, {
      field: input.destinations === undefined ? "vpcId" : "destinations",
      nextStep: "Ask about one VPC (vpcId), or about fewer destinations.",
    });
  }
  return {
    snapshotId: snapshot.id,
    capturedAt: snapshot.capturedAt,
    connections: connections.map((connection) => toReachabilityConnection(network, connection)),
    destinations: columns.map(({ target }) => target),
    verdicts: await evaluateColumns(network, connections.map(toFlowSource), columns),
  };
}

function toColumns(network: Network, { vpcId, destinations, ...asked }: MatrixQuestion): Column[] {
  if (destinations === undefined) {
    return targetsOf(network, vpcId).map((target) => ({
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
        requireDestination(network, destination);
      },
      rename,
    );
    return { target: nameTarget(destination, asked), destination };
  });
}

function targetsOf(network: Network, vpcId: string | undefined): KnownTarget[] {
  if (vpcId !== undefined) return targetsAround(network, [vpcId]).targets;
  return [...commonTargets(), ...dataStoreTargets(network, null)];
}

import { MAX_REACHED_BY } from "@/lib/contract/limits";
import type { ReachedBy, ReachedByQuestion } from "@/lib/contract/reachability/matrix";
import { evaluateFlow } from "@/lib/core/reachability/evaluate-flow";
import { indexNetwork } from "@/lib/core/reachability/index/network-index";
import { requireDestination } from "@/lib/core/reachability/question/require-destination";
import type { RequestContext } from "../../context";
import { getNetwork } from "../snapshots/get-network";
import { toQuestion } from "./evaluate-columns";
import { inTurns } from "./in-turns";
import { listConnections, toFlowSource, toReachabilityConnection } from "./list-connections";
import { createTargetNamer } from "./targets/name-targets";
import { refuseBadFlows } from "./refusals/refuse-bad-flows";
import { requireAffordable } from "./refusals/require-affordable";
import { summarizeAnswer } from "./summarize-answer";

/** Which connections reach a destination, and what of it. Throws ApiError `invalid_request`, `not_found`. */
export async function listReachedBy({
  ctx,
  input: { snapshotId, vpcId, destination, ...asked },
}: {
  ctx: RequestContext;
  input: ReachedByQuestion;
}): Promise<ReachedBy> {
  const { network, snapshot } = await getNetwork({ ctx, snapshotId });
  const connections = listConnections(network, vpcId);
  requireAffordable({ connections: connections.length, destinations: 1 }, MAX_REACHED_BY, "vpcId");
  refuseBadFlows(network, () => {
    requireDestination(indexNetwork(network), destination);
  });
  const target = createTargetNamer(network)(destination, asked);
  const question = toQuestion({ target, destination });
  const items = await inTurns(connections, (connection) => {
    const source = toFlowSource(connection);
    const answer = refuseBadFlows(network, () => evaluateFlow(network, { source, ...question }));
    return { connection: toReachabilityConnection(network, connection), ...summarizeAnswer(answer) };
  });
  return { snapshotId: snapshot.id, capturedAt: snapshot.capturedAt, target, items };
}

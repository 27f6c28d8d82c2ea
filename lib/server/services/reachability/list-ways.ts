import type { z } from "zod";
import { MAX_WAYS_TARGETS } from "@/lib/contract/limits";
import type { ConnectionWays, waysQuery } from "@/lib/contract/reachability/ways";
import { targetsAround } from "@/lib/core/plans/reach/targets-around";
import { evaluateFlow } from "@/lib/core/reachability/evaluate-flow";
import { namesInAnswer } from "@/lib/core/reachability/sentence/names-in-answer";
import { withIpv6Internet } from "@/lib/core/reachability/targets/ipv6-internet";
import type { Trace } from "@/lib/core/reachability/trace";
import { ownersOfHops } from "@/lib/core/topology/reach/owners-of-hops";
import { ApiError } from "../../http/api-error";
import type { RequestContext } from "../../context";
import { getNetwork } from "../snapshots/get-network";
import { inTurns } from "./in-turns";
import { toFlowSource, toReachabilityConnection } from "./list-connections";

/** How packets of a connection go to all that it may want. Throws ApiError `not_found`. */
export async function listWays({
  ctx,
  input: { snapshotId, connectionId },
}: {
  ctx: RequestContext;
  input: z.output<typeof waysQuery>;
}): Promise<ConnectionWays> {
  const { network, snapshot } = await getNetwork({ ctx, snapshotId });
  const connection = network.connections.get(connectionId);
  if (connection === undefined) {
    throw new ApiError("not_found", `${connectionId} is no connection of this snapshot.`, {
      field: "connectionId",
      nextStep: "No function has it any more, or it is of another snapshot. Choose another connection.",
    });
  }
  const source = toFlowSource(connection);
  const around = targetsAround(network, connection.vpcId === null ? [] : [connection.vpcId]);
  const all = withIpv6Internet(network, around.targets, [connection]);
  const targets = all.slice(0, MAX_WAYS_TARGETS);
  const answers = await inTurns(targets, (target) => {
    const { destination, protocol, port } = target;
    return { target, answer: evaluateFlow(network, { source, destination, protocol, port }) };
  });
  const traces = answers.flatMap(({ answer }) => answer.traces);
  return {
    snapshotId: snapshot.id,
    capturedAt: snapshot.capturedAt,
    connection: toReachabilityConnection(network, connection),
    items: answers.map(({ target, answer }) => ({
      target,
      verdict: answer.verdict,
      ways: answer.traces.map(toWay),
    })),
    omitted: around.omitted + all.length - targets.length,
    owners: ownersOfHops(
      network,
      traces.flatMap(({ forward }) => forward),
    ),
    names: namesInAnswer(network, { traces }),
  };
}

function toWay({ subnetId, verdict, forward, explanations, notEvaluated }: Trace) {
  const blocks = explanations.filter(({ effect }) => effect === "connectivity");
  const doubts = notEvaluated.filter(({ affectsVerdict }) => affectsVerdict);
  return {
    subnetId,
    verdict,
    forward,
    reasons: [...blocks, ...doubts].map(({ code, message }) => ({ code, message })),
  };
}

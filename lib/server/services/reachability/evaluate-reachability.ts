import type { FlowAnswer } from "@/lib/contract/reachability/flow-answer";
import type { FlowQuestion } from "@/lib/contract/reachability/flow-question";
import { evaluateFlow } from "@/lib/core/reachability/evaluate-flow";
import { namesInAnswer } from "@/lib/core/reachability/sentence/names-in-answer";
import type { RequestContext } from "../../context";
import { getNetwork } from "../snapshots/get-network";
import { refuseBadFlows } from "./refusals/refuse-bad-flows";
import { requireConnection } from "./refusals/require-connection";

/** Answers one question. Throws ApiError `invalid_request`, `not_found` and `ambiguous_name`, each naming the field. */
export async function evaluateReachability({
  ctx,
  input: { snapshotId, ...flow },
}: {
  ctx: RequestContext;
  input: FlowQuestion;
}): Promise<FlowAnswer> {
  const { network, snapshot } = await getNetwork({ ctx, snapshotId });
  const answer = refuseBadFlows(network, () => {
    requireConnection(network, flow.source);
    return evaluateFlow(network, flow);
  });
  return {
    snapshotId: snapshot.id,
    capturedAt: snapshot.capturedAt,
    ...answer,
    names: namesInAnswer(network, answer),
  };
}

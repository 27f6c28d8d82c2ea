import type { z } from "zod";
import type { Reaches, reachesQuery } from "@/lib/contract/reachability/matrix";
import { targetsAround } from "@/lib/core/plans/reach/targets-around";
import { evaluateFlow } from "@/lib/core/reachability/evaluate-flow";
import { peersOf } from "@/lib/core/reachability/targets/peers";
import type { RequestContext } from "../../context";
import { requireFunction } from "../functions/require-function";
import { getNetwork } from "../snapshots/get-network";
import { inTurns } from "./in-turns";
import { findPublicAddresses } from "./public-addresses";
import { summarizeAnswer } from "./summarize-answer";

/** What a function reaches of all that one usually wants. Throws ApiError `not_found`, `ambiguous_name`. */
export async function listReaches({
  ctx,
  input: { snapshotId, functionName },
}: {
  ctx: RequestContext;
  input: z.output<typeof reachesQuery>;
}): Promise<Reaches> {
  const { network, snapshot } = await getNetwork({ ctx, snapshotId });
  const fn = requireFunction(network, functionName, "functionName");
  const source = { functionName: fn.arn };
  const vpcId = fn.attachment?.vpcId ?? null;
  const { targets, omitted } = targetsAround(network, vpcId === null ? [] : [vpcId]);
  const answers = await inTurns(targets, (target) => {
    const { destination, protocol, port } = target;
    return { target, answer: evaluateFlow(network, { source, destination, protocol, port }) };
  });
  const toInternet = answers.find(({ target }) => target.kind === "internet")?.answer;
  return {
    snapshotId: snapshot.id,
    capturedAt: snapshot.capturedAt,
    functionName: fn.functionName,
    functionArn: fn.arn,
    vpcId,
    items: answers.map(({ target, answer }) => ({ target, ...summarizeAnswer(answer) })),
    omitted,
    peers: vpcId === null ? [] : peersOf(network, vpcId),
    publicAddresses: findPublicAddresses(network, toInternet?.traces ?? []),
  };
}

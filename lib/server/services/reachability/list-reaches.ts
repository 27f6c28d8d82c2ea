import type { z } from "zod";
import type { Reaches, reachesQuery } from "@/lib/contract/reachability/matrix";
import { connectionId } from "@/lib/core/network/connections/connection-id";
import type { Network } from "@/lib/core/network/network";
import { targetsAround } from "@/lib/core/plans/reach/targets-around";
import { evaluateFlow } from "@/lib/core/reachability/evaluate-flow";
import { withIpv6Internet } from "@/lib/core/reachability/targets/ipv6-internet";
import { IPV6_INTERNET } from "@/lib/core/reachability/targets/ipv6-internet-key";
import { peersOf } from "@/lib/core/reachability/targets/peers";
import { gatewaysPassed } from "@/lib/core/reachability/sentence/gateways-passed";
import { namesInAnswer } from "@/lib/core/reachability/sentence/names-in-answer";
import type { FlowAnswer } from "@/lib/core/reachability/trace";
import type { RequestContext } from "../../context";
import { requireFunction } from "../functions/require-function";
import { getNetwork } from "../snapshots/get-network";
import { inTurns } from "./in-turns";
import { findIpv6Addresses, findPublicAddresses } from "./public-addresses";
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
  const { targets: around, omitted } = targetsAround(network, vpcId === null ? [] : [vpcId]);
  const targets = withIpv6Internet(network, around, fn.attachment ? [fn.attachment] : []);
  const answers = await inTurns(targets, (target) => {
    const { destination, protocol, port } = target;
    return { target, answer: evaluateFlow(network, { source, destination, protocol, port }) };
  });
  const tracesTo = (key: string) => answers.find(({ target }) => target.key === key)?.answer.traces ?? [];
  return {
    snapshotId: snapshot.id,
    capturedAt: snapshot.capturedAt,
    functionName: fn.functionName,
    functionArn: fn.arn,
    vpcId,
    connectionId: fn.attachment && connectionId(fn.attachment),
    items: answers.map(({ target, answer }) => ({
      target,
      ...summarizeAnswer(answer),
      through: throughOf(network, answer),
    })),
    omitted,
    peers: vpcId === null ? [] : peersOf(network, vpcId),
    publicAddresses: findPublicAddresses(network, tracesTo("internet")),
    publicIpv6Addresses: findIpv6Addresses(network, tracesTo(IPV6_INTERNET)),
  };
}

/** Of the packets that arrive. */
function throughOf(network: Network, { traces }: FlowAnswer): Reaches["items"][number]["through"] {
  const arriving = traces.filter(({ verdict }) => verdict === "reachable");
  const names = namesInAnswer(network, { traces: arriving });
  const nameOf = (id: string) => names[id] ?? null;
  const passed = gatewaysPassed(arriving, nameOf);
  return (
    passed && {
      kind: passed.kind,
      gateways: passed.resourceIds.map((resourceId) => ({ resourceId, name: nameOf(resourceId) })),
    }
  );
}

import {
  CROSS_CHECK_PRICE_USD,
  type CrossCheck,
  type CrossCheckQuestion,
} from "@/lib/contract/reachability/cross-check";
import type { LocatedFunction, Network } from "@/lib/core/network/network";
import { evaluateFlow } from "@/lib/core/reachability/evaluate-flow";
import type { FlowAnswer, Trace } from "@/lib/core/reachability/trace";
import { writeAudit } from "../../../audit/write-audit";
import type { RequestContext } from "../../../context";
import { ApiError } from "../../../http/api-error";
import { requireFunction } from "../../functions/require-function";
import { requirePermission } from "../../plans/require-permission";
import { getNetwork } from "../../snapshots/get-network";
import { refuseBadFlows } from "../refusals/refuse-bad-flows";
import { summarizeAnswer } from "../summarize-answer";
import { toAwsDestination, type AwsDestination } from "./aws-destination";
import { runAnalysis } from "./run-analysis";
import { toAwsAnswer } from "./to-aws-answer";

/**
 * Asks AWS's own Reachability Analyzer the question that the engine answered, and shows both answers. It costs, and is
 * audited as soon as it does. Throws ApiError `not_found`, `conflict` where AWS cannot be asked, and AWS's own errors.
 */
export async function crossCheck({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: CrossCheckQuestion;
}): Promise<CrossCheck> {
  requirePermission(ctx, "reachability:cross-check");
  const { network, snapshot } = await getNetwork({ ctx });
  const fn = requireFunction(network, input.functionName, "functionName");
  const { networkInterfaceId, answer, trace } = evaluateOwn(network, fn, input);
  const destination = toAwsDestination(network, input.destination, trace, fn.accountId);
  if (destination === null) throw cannotBeAsked("AWS's analyzer cannot be asked about this destination.");
  const scope = { aws: ctx.aws, region: fn.region ?? undefined, signal: ctx.signal };
  const { analysis, leftover } = await runAnalysis(scope, {
    path: {
      Source: networkInterfaceId,
      ...destination,
      Protocol: input.protocol,
      DestinationPort: input.port,
    },
    onStarted: (ids) => recordCost(ctx, fn, { ...ids, ...destination }),
    onLeftover: (id, error) => {
      ctx.log.error("cross-check: not deleted", { correlationId: ctx.correlationId, id }, error);
    },
  });
  const aws = toAwsAnswer(analysis);
  return {
    snapshotId: snapshot.id,
    functionArn: fn.arn,
    networkInterfaceId,
    subnetId: trace.subnetId,
    awsDestination: destination.Destination ?? destination.DestinationIp ?? "",
    priceUsd: CROSS_CHECK_PRICE_USD,
    mooring: summarizeAnswer(answer),
    aws,
    agrees: agree(answer, aws.networkPathFound),
    leftover,
  };
}

/** The engine's answer for one interface of the function: AWS's analyzer knows no functions. */
function evaluateOwn(
  network: Network,
  fn: LocatedFunction,
  { subnetId, destination, protocol, port }: CrossCheckQuestion,
): { networkInterfaceId: string; answer: FlowAnswer; trace: Trace } {
  return refuseBadFlows(network, () => {
    const question = { destination, protocol, port };
    const { traces } = evaluateFlow(network, { source: { functionName: fn.arn }, ...question });
    const networkInterfaceId = traces.find(
      (one) => one.networkInterfaceId !== undefined && (subnetId ?? one.subnetId) === one.subnetId,
    )?.networkInterfaceId;
    if (networkInterfaceId === undefined) {
      const where = subnetId === undefined ? "" : ` in ${subnetId}`;
      throw cannotBeAsked(
        `${fn.functionName} has no network interface${where} that AWS could be asked about.`,
      );
    }
    const answer = evaluateFlow(network, { source: { networkInterfaceId }, ...question });
    const [trace] = answer.traces;
    if (!trace) throw new Error(`${networkInterfaceId} was evaluated without a trace.`);
    return { networkInterfaceId, answer, trace };
  });
}

function cannotBeAsked(message: string): ApiError {
  return new ApiError("conflict", message, {
    nextStep: "AWS's analyzer takes an interface, instance, gateway, endpoint or one IPv4 address.",
  });
}

function recordCost(
  ctx: RequestContext,
  fn: LocatedFunction,
  detail: AwsDestination & { pathId: string; analysisId: string },
): Promise<void> {
  return writeAudit(ctx.database.db, {
    actor: ctx.actor.id,
    action: "reachability.cross-check",
    resource: fn.arn,
    outcome: "succeeded",
    correlationId: ctx.correlationId,
    detail: { ...detail, priceUsd: CROSS_CHECK_PRICE_USD },
  });
}

function agree({ verdict }: FlowAnswer, found: boolean | null): boolean | null {
  if (found === null || verdict === "mixed" || verdict === "unknown") return null;
  return found === (verdict === "reachable");
}

import { resolveDestination } from "../destinations/resolve-destination";
import type { Destination } from "../destinations/target";
import type { Flow } from "../flow";
import type { NetworkIndex } from "../index/network-index";
import type { Asked } from "../judge/asked";
import type { SourceCase } from "../sources/source-case";
import type { NotEvaluated, Trace } from "../trace";
import type { PairResult } from "./evaluate-pair";
import { explainPolicy } from "./explain-policy";
import { judgeCase } from "./judge-case";
import { explainDiffering } from "./services/explain-differing";
import { unassociatedTrace, unreadTrace, withoutAddress, withoutTarget } from "./settled-traces";
import { toTrace } from "./to-trace";

export interface TraceQuestion {
  index: NetworkIndex;
  flow: Flow;
  source: SourceCase;
  asked: Asked;
  family: 4 | 6;
}

/** The answer for one place where packets may start. */
export function evaluateCase({ index, flow, source, asked, family }: TraceQuestion): Trace {
  const { destination: asks } = flow;
  if (source.unread !== undefined) return unreadTrace(source, source.unread, asks);
  const destination = resolveDestination(index, asks, source.vpcId, family);
  if (source.unassociated !== undefined) return unassociatedTrace(source, source.unassociated);
  if (destination.targets.length === 0) return withoutTarget(index, source, destination, asks);
  const judged = judgeCase({ index, source, asks, destination, asked, family, isVerdictOnly: false });
  if (judged === null) return withoutAddress(source, family);
  const trace = toTrace({
    index,
    isPlaceUnknown: destination.targets.some(({ ofService }) => (ofService?.unread ?? null) !== null),
    source,
    verdict: judged.verdict,
    parts: judged.pairs.flatMap(({ parts }) => parts),
    asked,
    hops: destination.hops,
    notes: [...destination.notes, ...addressNotes(judged.pairs, destination)],
  });
  const differing = explainDiffering(asks, judged);
  const explanations = [...differing, ...trace.explanations];
  return explainPolicy(index, { ...trace, explanations });
}

function addressNotes(pairs: readonly PairResult[], { mode }: Destination): NotEvaluated[] {
  const code = "NOT_EVALUATED_OTHER_ADDRESS" as const;
  if (pairs.some(({ isAddressDependent }) => isAddressDependent)) {
    const message =
      "It depends on which address Lambda or AWS chooses: rules treat the addresses differently.";
    return [{ code, message, affectsVerdict: true }];
  }
  const [first] = pairs;
  if (mode === "unknown-which" && pairs.some(({ verdict }) => verdict !== first?.verdict)) {
    return [
      { code, message: "It depends on which of its subnets or interfaces it is in.", affectsVerdict: true },
    ];
  }
  return [];
}

import type { ReadCall } from "@/lib/core/network/calls";
import type { Resources } from "@/lib/core/network/resources";
import { evaluateFlow } from "../evaluate-flow";
import type { ExplanationCode } from "../explanation-codes";
import type { Flow } from "../flow";
import { networkWithout } from "../testing/ask-network.test-builder";
import type { FlowAnswer, Verdict } from "../trace";

interface Answered {
  verdict: Verdict;
  /** Of what stops it for certain, and of what is not known and matters. */
  codes: ExplanationCode[];
}

/** TCP 443 from `eni-1a` unless told otherwise, where all but `unread` was read. */
export function answerOf(
  resources: Resources,
  flow: Partial<Flow> & Pick<Flow, "destination">,
  unread: readonly ReadCall[] = [],
): FlowAnswer {
  const traffic = flow.protocol === undefined ? { protocol: 6, port: 443 } : { protocol: flow.protocol };
  const source = { networkInterfaceId: "eni-1a" };
  return evaluateFlow(networkWithout(resources, unread), { source, ...traffic, ...flow });
}

export function ask(...question: Parameters<typeof answerOf>): Answered {
  const { verdict, traces } = answerOf(...question);
  const decisive = traces.flatMap(({ explanations, notEvaluated }) => [
    ...explanations.filter(({ effect }) => effect === "connectivity"),
    ...notEvaluated.filter(({ affectsVerdict }) => affectsVerdict),
  ]);
  return { verdict, codes: [...new Set(decisive.map(({ code }) => code))].sort() };
}

export const REACHABLE: Answered = { verdict: "reachable", codes: [] };

export function unreachable(...codes: ExplanationCode[]): Answered {
  return { verdict: "unreachable", codes: codes.sort() };
}

export function unknown(...codes: ExplanationCode[]): Answered {
  return { verdict: "unknown", codes: codes.sort() };
}

export function mixed(...codes: ExplanationCode[]): Answered {
  return { verdict: "mixed", codes: codes.sort() };
}

import { expect, it } from "vitest";
import { buildNetwork } from "@/lib/core/network/build-network";
import type { Network } from "@/lib/core/network/network";
import { evaluateFlow } from "../../evaluate-flow";
import type { Trace } from "../../trace";
import { toFlow } from "../differential/to-flow";
import { generateCase } from "../generate/generate-case";
import { namedAnswer } from "../naive/names/named-answer";
import type { NamedQuestion } from "../naive/names/named-question";

/** The one packet that a trace shows, followed by itself; undefined where it names no address. */
function fateOf(network: Network, question: NamedQuestion, { witness }: Trace) {
  const { sourceAddress, destinationAddress, sourcePort = question.sourcePort } = witness ?? {};
  const isOutside = "outside" in question.source || "outsideRange" in question.source;
  if (typeof sourceAddress !== "string" || typeof destinationAddress !== "string") return undefined;
  const source = isOutside ? { outside: sourceAddress } : question.source;
  const destination = { address: destinationAddress };
  return namedAnswer(network, { ...question, source, destination, sourcePort }).verdict;
}

function isOfMany({ source, destination }: NamedQuestion): boolean {
  return "range" in destination || "outsideRange" in source || "outside" in source;
}

it("the packet that an answer about many addresses, or one from outside, shows is one that fares so", () => {
  const told = { reachable: 0, unreachable: 0, mixed: 0, unknown: 0 };
  for (let seed = 1; seed <= 400; seed += 1) {
    const { captures, questions } = generateCase(seed, 20);
    const network = buildNetwork({ captures });
    for (const question of questions.filter(isOfMany)) {
      const { traces } = evaluateFlow(network, toFlow(question));
      const [trace] = traces;
      const fate = trace && traces.length === 1 ? fateOf(network, question, trace) : undefined;
      if (!trace || fate === undefined) continue;
      told[trace.verdict] += 1;
      const isSo = trace.verdict === "reachable" ? fate === "reachable" : fate !== "reachable";
      expect({ seed, question, isSo, fate, witness: trace.witness }).toMatchObject({ isSo: true });
    }
  }
  expect(told.reachable).toBeGreaterThan(50);
  expect(told.unreachable).toBeGreaterThan(100);
});

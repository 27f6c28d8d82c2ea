import { describe, expect, it } from "vitest";
import { z } from "zod";
import { evaluateFlow } from "../evaluate-flow";
import type { FlowAnswer } from "../trace";
import { check, type Evaluate, type Fact } from "./ask.test-builder";
import { noTraffic } from "./allowed-traffic.test-builder";
import type { Expectation } from "./expectation.test-builder";
import { protocolOf, verdictOf } from "./fact-words.test-builder";
import { trafficOf, verdictOfAll } from "./points.test-builder";
import { describeRecordings, networkOf, readRecorded } from "./recordings.test-builder";

const endSchema = z.object({ instance: z.string() });
const expectations = z.object({
  scenarios: z.array(
    z.object({
      id: z.string(),
      dir: z.string(),
      source: endSchema,
      destination: endSchema,
      asserted_forward_traffic: z.string(),
      /** Nothing holds a reply up; another word would need another check. */
      asserted_return_traffic: z.literal("all"),
      queries: z.array(
        z.object({ protocol: z.string(), dst_port: z.number().nullable(), expected: z.string() }),
      ),
    }),
  ),
});
type Scenario = z.infer<typeof expectations>["scenarios"][number];

function factOf(scenario: Scenario, flow: Pick<Fact["flow"], "protocol" | "port">, expected: Expectation) {
  const [from, to] = [scenario.source.instance, scenario.destination.instance];
  return {
    id: scenario.id,
    network: networkOf(scenario.dir),
    flow: { source: { instanceId: from }, destination: { instanceId: to }, ...flow },
    expected: {
      ...expected,
      ...(expected.verdict === "reachable" && { forward: [from, to], return: [to, from] }),
    },
  };
}

/** Return traffic is "all": whatever the verdict, no explanation is about the reply. */
function checkBothWays(evaluate: Evaluate, fact: Fact): string[] {
  const answers: FlowAnswer[] = [];
  const problems = check((network, flow) => {
    const answer = evaluate(network, flow);
    answers.push(answer);
    return answer;
  }, fact);
  const replies = answers
    .flatMap(({ traces }) => traces.flatMap(({ explanations }) => explanations))
    .filter(({ direction, effect }) => direction === "return" && effect === "connectivity");
  return [...problems, ...replies.map(({ code, message }) => `holds up the reply: ${code} ${message}`)];
}

describeRecordings("scenarios and queries of reach", 25, () => {
  const { scenarios } = readRecorded("reach/expectations.json", expectations);

  it("are all asked", () => {
    expect(scenarios).toHaveLength(6);
    expect(scenarios.flatMap(({ queries }) => queries)).toHaveLength(19);
  });

  describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))("%s", (_id, scenario) => {
    it(`${scenario.id} lets exactly ${scenario.asserted_forward_traffic} through, and every reply`, () => {
      const traffic = trafficOf(scenario.asserted_forward_traffic);
      const codes = ["SG_HAS_NO_RULES"] as const;
      const fact = factOf(
        scenario,
        { protocol: "all" },
        {
          verdict: verdictOfAll(traffic),
          allowed: traffic,
          ...(traffic === noTraffic && { blockers: [{ codes, ids: [], direction: "forward" }] }),
        },
      );
      expect(checkBothWays(evaluateFlow, fact)).toEqual([]);
    });

    it.each(
      scenario.queries.map(
        (query) =>
          [`${scenario.id} ${query.protocol} ${query.dst_port ?? ""}`, query.expected, query] as const,
      ),
    )("%s is %s", (_id, _expected, query) => {
      const flow = {
        protocol: protocolOf(query.protocol),
        ...(query.dst_port !== null && { port: query.dst_port }),
      };
      const fact = factOf(scenario, flow, { verdict: verdictOf(query.expected) });
      expect(checkBothWays(evaluateFlow, fact)).toEqual([]);
    });
  });
});

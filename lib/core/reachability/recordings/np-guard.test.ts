import { describe, expect, it } from "vitest";
import { z } from "zod";
import { evaluateFlow } from "../evaluate-flow";
import type { Flow } from "../flow";
import { check } from "./ask.test-builder";
import type { Expectation } from "./expectation.test-builder";
import { blockerOf, verdictOf } from "./fact-words.test-builder";
import { checkPair, trafficOf } from "./points.test-builder";
import { describeRecordings, networkOf, readRecorded } from "./recordings.test-builder";

const endSchema = z.union([
  z.object({ name: z.string() }),
  z.object({ internet: z.literal("all ranges") }).transform(() => ({ name: INTERNET })),
]);

const matrixSchema = z.object({
  endpoints: z.record(z.string(), z.object({ instance: z.string() })),
  connections: z.array(
    z.object({
      src: endSchema,
      dst: endSchema,
      connection: z.string(),
      tcp_response_blocked: z.literal(false),
    }),
  ),
  pairs_total: z.number(),
  pairs_connected: z.number(),
  pairs_not_connected: z.array(z.tuple([z.string(), z.string()])),
});
type Matrix = z.infer<typeof matrixSchema>;

const expectations = z.object({
  matrix: z.record(z.string(), matrixSchema),
  explain: z.array(
    z.object({
      id: z.string(),
      snapshot: z.string(),
      src: z.string(),
      dst: z.string(),
      expected: z.string(),
    }),
  ),
});

const INTERNET = "internet";

/** Any public address will do for the internet: no rule of these accounts tells one from another. */
const anyPublicAddress = "8.8.8.8/32";

function flowOf({ endpoints }: Matrix, from: string, to: string): Pick<Flow, "source" | "destination"> {
  const [source, destination] = [endpoints[from], endpoints[to]];
  return {
    source: source ? { instanceId: source.instance } : { cidr: anyPublicAddress },
    destination: destination
      ? { instanceId: destination.instance }
      : to === INTERNET
        ? { internet: true }
        : { cidr: `${to}/32` },
  };
}

/** Every ordered pair of endpoints, and of each with the internet. */
function pairsOf(matrix: Matrix): { from: string; to: string; words: string }[] {
  const names = [...Object.keys(matrix.endpoints), INTERNET];
  return names.flatMap((from) =>
    names
      .filter((to) => to !== from)
      .map((to) => {
        const listed = matrix.connections.find(({ src, dst }) => src.name === from && dst.name === to);
        return { from, to, words: listed?.connection ?? "none" };
      }),
  );
}

/** What the words of `explain` come to: its `sg:50` is GroupId:50, whose id here ends in 50 as hexadecimal digits. */
const explained: Readonly<Record<string, Partial<Expectation>>> = {
  "np/ip_to_ip": {
    forward: [
      "i-00000000000000030",
      "subnet-0000000000000002f",
      "subnet-00000000000000027",
      "i-0000000000000003c",
    ],
  },
  "np/to_external_private_subnet": {
    blockers: [
      blockerOf("sg-egress", ["sg-0000000000000002a"]),
      blockerOf("no-route", ["rtb-00000000000000000"]),
    ],
  },
  "np/to_external_public_subnet": {
    forward: ["i-00000000000000021", "subnet-00000000000000020", "igw-0000000000000003e"],
  },
};

/** Recorded networks that the data does not hold. */
const notAsked: Readonly<Record<string, string>> = {
  "np/to_external_blocked_only_private_subnet": "aws_sg_1_allow_sg_private was not recorded",
};

describeRecordings("pairs and explanations of np-guard", 40, () => {
  const { matrix: matrices, explain } = readRecorded("np-guard/expectations.json", expectations);

  describe.each(Object.entries(matrices))("%s", (snapshot, matrix) => {
    const network = networkOf(`np-guard/${snapshot}`);
    const pairs = pairsOf(matrix);

    it("is asked of every pair", () => {
      const connected = pairs.filter(({ words }) => words !== "none");
      const others = pairs.filter(({ words }) => words === "none").map(({ from, to }) => `${from}->${to}`);
      expect([pairs.length, connected.length]).toEqual([matrix.pairs_total, matrix.pairs_connected]);
      expect(others.toSorted()).toEqual(
        matrix.pairs_not_connected.map(([from, to]) => `${from}->${to}`).toSorted(),
      );
    });

    it.each(
      pairs.map((pair) => [`np-guard/${snapshot}/${pair.from}->${pair.to}`, pair.words, pair] as const),
    )("%s lets exactly this through: %s", (id, words, { from, to }) => {
      const pair = { id, network, flow: flowOf(matrix, from, to) };
      expect(checkPair(evaluateFlow, pair, trafficOf(words))).toEqual([]);
    });
  });

  it("are all explained, but for networks that are not there", () => {
    const known = [...Object.keys(explained), ...Object.keys(notAsked)];
    expect(explain.map(({ id }) => id).toSorted()).toEqual(known.toSorted());
    expect(explain.filter(({ id, snapshot }) => id in notAsked && snapshot in matrices)).toEqual([]);
  });

  const asked = explain.filter(({ id }) => id in explained);

  it.each(asked.map((fact) => [fact.id, fact] as const))(
    "%s holds",
    (id, { snapshot, src, dst, expected }) => {
      const matrix = matrices[snapshot];
      if (!matrix) throw new Error(`${snapshot} has no matrix`);
      const fact = {
        id,
        network: networkOf(`np-guard/${snapshot}`),
        flow: { ...flowOf(matrix, src, dst), protocol: "all" as const },
        expected: { verdict: verdictOf(expected), ...explained[id] },
      };
      expect(check(evaluateFlow, fact)).toEqual([]);
    },
  );
});

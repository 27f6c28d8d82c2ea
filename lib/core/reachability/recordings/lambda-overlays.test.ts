import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Network } from "../../network/network";
import { evaluateFlow } from "../evaluate-flow";
import type { Verdict } from "../trace";
import type { Argument, Evaluate } from "./ask.test-builder";
import { derivedWhy, derivedWhySchema } from "./derived-why.test-builder";
import { problemsOf } from "./expectation.test-builder";
import { protocolOf, verdictOf } from "./fact-words.test-builder";
import { describeRecordings, listRecorded, networkOf, readRecorded } from "./recordings.test-builder";

const factSchema = z.object({
  id: z.string(),
  function: z.string(),
  dst_ip: z.string(),
  protocol: z.string(),
  dst_port: z.number(),
  verdict: z.string(),
  per_subnet: z.array(
    z.object({
      subnet: z.string(),
      eni: z.string(),
      verdict: z.string(),
      why: derivedWhySchema,
      forward_path: z.array(z.string()),
      return: z.object({ status: z.literal("reachable"), why: z.null() }).nullable(),
    }),
  ),
});
type RecordedFact = z.infer<typeof factSchema>;

const overlaySchema = z.object({
  _meta: z.object({ base_snapshot: z.string() }),
  ListFunctions: z.looseObject({}),
  AddNetworkInterfaces: z.array(z.looseObject({})),
  facts: z.array(factSchema),
});

/** Facts that AWS's documents speak against, by id: what the function's verdict is instead, and why. */
const argued: Readonly<Record<string, Argument>> = {};

function overlaidNetwork(overlay: z.infer<typeof overlaySchema>): Network {
  return networkOf(overlay._meta.base_snapshot, [
    { path: "ListFunctions.json", content: overlay.ListFunctions },
    {
      path: "DescribeNetworkInterfaces_2.json",
      content: { NetworkInterfaces: overlay.AddNetworkInterfaces },
    },
  ]);
}

/** The function as a whole, then each of its subnets; of an argued fact the whole alone. */
function checkFunction(evaluate: Evaluate, network: Network, fact: RecordedFact): string[] {
  const { verdict, traces } = evaluate(network, {
    source: { functionName: fact.function },
    destination: { cidr: `${fact.dst_ip}/32` },
    protocol: protocolOf(fact.protocol),
    port: fact.dst_port,
  });
  const expected = verdictOf(fact.verdict);
  const argument = argued[fact.id];
  if (argument?.verdict === expected) return ["is argued against, but the verdict is the same"];
  const whole = wholeProblems(verdict, argument?.verdict ?? expected);
  if (argument) return whole;
  const [found, wanted] = [
    traces.map(({ subnetId }) => subnetId),
    fact.per_subnet.map(({ subnet }) => subnet),
  ];
  if (found.toSorted().join() !== wanted.toSorted().join()) {
    return [...whole, `has traces of ${found.join()}, not of ${wanted.join()}`];
  }
  const subnets = traces.flatMap((trace) =>
    fact.per_subnet
      .filter(({ subnet }) => subnet === trace.subnetId)
      .flatMap((part) =>
        problemsOf(network, trace, {
          verdict: verdictOf(part.verdict),
          networkInterfaceId: part.eni,
          forward: part.forward_path,
          blockers: derivedWhy(part.why, "forward"),
        }).map((problem) => `${part.subnet} ${problem}`),
      ),
  );
  return [...whole, ...subnets];
}

function wholeProblems(verdict: Verdict, expected: Verdict): string[] {
  return verdict === expected ? [] : [`is ${verdict} as a whole, not ${expected}`];
}

describeRecordings("facts about functions over Batfish's recordings", 34, () => {
  const overlays = listRecorded("lambda-overlays").map((name) => ({
    name,
    overlay: readRecorded(`lambda-overlays/${name}`, overlaySchema),
  }));

  it("are all asked, and none is argued against that is not there", () => {
    const ids = overlays.flatMap(({ overlay }) => overlay.facts.map(({ id }) => id));
    expect(ids).toHaveLength(34);
    expect(Object.keys(argued).filter((id) => !ids.includes(id))).toEqual([]);
  });

  describe.each(overlays.map(({ name, overlay }) => [name, overlay] as const))("of %s", (_name, overlay) => {
    const network = overlaidNetwork(overlay);

    it.each(overlay.facts.map((fact) => [fact.id, fact] as const))("%s holds", (_id, fact) => {
      expect(checkFunction(evaluateFlow, network, fact)).toEqual([]);
    });
  });
});

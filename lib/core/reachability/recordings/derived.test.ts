import { expect, it } from "vitest";
import { z } from "zod";
import { evaluateFlow } from "../evaluate-flow";
import { check, type Argument, type Fact } from "./ask.test-builder";
import { derivedWhy, derivedWhySchema } from "./derived-why.test-builder";
import { protocolOf, verdictOf } from "./fact-words.test-builder";
import { describeRecordings, networkOf, readRecorded } from "./recordings.test-builder";

const factSchema = z.object({
  id: z.string(),
  snapshot: z.string(),
  source_instance: z.string(),
  dst_ip: z.string(),
  protocol: z.string(),
  dst_port: z.number(),
  verdict: z.string(),
  why: derivedWhySchema,
  forward_path: z.array(z.string()),
  return: z.object({ why: derivedWhySchema, path: z.array(z.string()) }).nullable(),
});

/** Derived facts that AWS's documents speak against, by id: what holds instead, and why. */
const argued: Readonly<Record<string, Argument>> = {};

function toFact(recorded: z.infer<typeof factSchema>): Fact {
  return {
    id: recorded.id,
    network: networkOf(`batfish/${recorded.snapshot}`),
    flow: {
      source: { instanceId: recorded.source_instance },
      destination: { cidr: `${recorded.dst_ip}/32` },
      protocol: protocolOf(recorded.protocol),
      port: recorded.dst_port,
    },
    expected: {
      verdict: verdictOf(recorded.verdict),
      forward: recorded.forward_path,
      ...(recorded.return && { return: recorded.return.path }),
      blockers: [
        ...derivedWhy(recorded.why, "forward"),
        ...derivedWhy(recorded.return?.why ?? null, "return"),
      ],
    },
  };
}

describeRecordings("facts derived from Batfish's recordings", 52, () => {
  const { facts } = readRecorded("batfish/derived.json", z.object({ facts: z.array(factSchema) }));

  it("are all asked, and none is argued against that is not there", () => {
    expect(facts).toHaveLength(52);
    const ids = new Set(facts.map(({ id }) => id));
    expect(Object.keys(argued).filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each(facts.map((fact) => [fact.id, fact] as const))("%s holds", (id, fact) => {
    expect(check(evaluateFlow, toFact(fact), argued[id])).toEqual([]);
  });
});

import { expect, it } from "vitest";
import { z } from "zod";
import { evaluateFlow } from "../evaluate-flow";
import type { FlowSource } from "../flow";
import { check, type Evaluate, type Fact } from "./ask.test-builder";
import { blockerOf, protocolOf, verdictOf, withoutPseudoNodes } from "./fact-words.test-builder";
import { describeRecordings, networkOf, readRecorded } from "./recordings.test-builder";

const factSchema = z.object({
  id: z.string(),
  kind: z.enum(["trace", "bidirectional", "filter", "import", "topology"]),
  portability: z.enum(["direct", "vgw-model", "needs-onprem-config", "batfish-model"]),
  source: z.object({ type: z.string(), id: z.string().optional(), ip: z.string().optional() }),
  destination: z.object({ ip: z.string().optional() }),
  protocol: z.string(),
  dst_port: z.union([z.number(), z.string()]).nullable(),
  src_port: z.number().nullable(),
  batfish_disposition: z.string(),
  batfish_path: z.array(z.string()),
  batfish_reverse_path: z.array(z.string()).optional(),
  denied_by: z.object({ type: z.string(), at: z.string(), ids: z.array(z.string()).optional() }).nullable(),
});
type RecordedFact = z.infer<typeof factSchema>;

const expectations = z.object({
  snapshots: z.array(z.object({ path: z.string(), facts: z.array(factSchema) })),
});

/** Facts that are no question to the engine as they stand, and why. */
const notAsked: Readonly<Record<string, string>> = {
  "bf/test-public-subnet/02": "batfish-model: its internet knows every public address, AWS's does not",
  "bf/test-public-subnet/04": "batfish-model: from the internet to the internet",
  "bf/test-subnet/03": "starts at a VPC's router, where no packet of ours starts",
  "bf/test-multi-account/01": "import: import/recordings.integration.test.ts asserts it",
  "bf/test/02": "an OpenSearch domain is no destination of the engine, and no interface of it was recorded",
  "bf/test/03": "batfish-model: an edge of the drawing, not a question",
  "bf/test/04": "batfish-model: an edge of the drawing, not a question",
};

/** Asked in a test of their own below: what they say of a port range takes several questions. */
const askedApart = ["bf/test/01"];

/** The group of the instance in `bf/test-public-subnet/06`'s subnet: a sender without a public address needs one. */
const senderGroups = { "subnet-0bb82ae8b3ea5dc78": "sg-09ccba6656672061b" } as const;

function sourceOf({ id, source }: RecordedFact): FlowSource {
  if (source.type === "instance" && source.id !== undefined) return { instanceId: source.id };
  if (source.type === "internet") {
    // "internet host" is anybody there.
    return { cidr: `${source.ip === "internet host" ? "8.8.8.8" : source.ip}/32` };
  }
  const [subnetId, securityGroupId] = Object.entries(senderGroups).find(([key]) => key === source.id) ?? [];
  if (subnetId === undefined || securityGroupId === undefined) throw new Error(`${id} starts nowhere`);
  return { connection: { subnetIds: [subnetId], securityGroupIds: [securityGroupId] } };
}

function toFact(folder: string, recorded: RecordedFact): Fact {
  const { destination, denied_by: denied } = recorded;
  if (typeof recorded.dst_port === "string") throw new Error(`${recorded.id} asks for a range`);
  return {
    id: recorded.id,
    network: networkOf(folder),
    flow: {
      source: sourceOf(recorded),
      destination: { cidr: `${destination.ip}/32` },
      protocol: protocolOf(recorded.protocol),
      ...(recorded.dst_port !== null && { port: recorded.dst_port }),
      ...(recorded.src_port !== null && { sourcePort: recorded.src_port }),
    },
    expected: {
      verdict: verdictOf(recorded.batfish_disposition),
      forward: withoutPseudoNodes(recorded.batfish_path),
      ...(recorded.batfish_reverse_path && { return: withoutPseudoNodes(recorded.batfish_reverse_path) }),
      ...(denied && { blockers: [blockerOf(denied.type, denied.ids ?? [denied.at])] }),
    },
  };
}

/** `bf/test/01`: the group lets tcp/45-50 in from a group and from 1.2.3.4. The rest of the way was not recorded. */
function checkDatabaseFilter(evaluate: Evaluate): string[] {
  const network = networkOf("batfish/test");
  const group = "sg-0de0ddfa8a5a45810";
  const codes = ["ENI_SG_RULES_MISMATCH", "SG_HAS_NO_RULES"] as const;
  const sources: FlowSource[] = [{ instanceId: "i-066b1b9957b9200e7" }, { cidr: "1.2.3.4/32" }];
  const blockers = [{ codes, ids: [group], direction: "forward" as const }];
  const questions = sources.flatMap((source) => [
    { source, port: { from: 45, to: 50 }, expected: { verdict: "unknown" as const, withoutCodes: codes } },
    { source, port: 44, expected: { verdict: "unreachable" as const, blockers } },
    { source, port: 51, expected: { verdict: "unreachable" as const, blockers } },
  ]);
  return questions.flatMap(({ source, port, expected }) => {
    const flow = {
      source,
      destination: { dbInstanceIdentifier: "test-rds" },
      protocol: "tcp",
      port,
    } as const;
    return check(evaluate, { id: "bf/test/01", network, flow, expected }).map(
      (problem) => `${JSON.stringify({ source, port })} ${problem}`,
    );
  });
}

describeRecordings("facts that Batfish's tests assert", 31, () => {
  const { snapshots } = readRecorded("batfish/expectations.json", expectations);
  const all = snapshots.flatMap(({ path, facts }) => facts.map((fact) => ({ path, fact })));
  const asked = all.filter(({ fact: { id } }) => !(id in notAsked) && !askedApart.includes(id));

  it("are all asked, but for those that are no questions", () => {
    const ids = all.map(({ fact }) => fact.id);
    expect(ids).toHaveLength(31);
    expect([...Object.keys(notAsked), ...askedApart].filter((id) => !ids.includes(id))).toEqual([]);
    expect(asked.filter(({ fact }) => fact.portability !== "direct").map(({ fact }) => fact.id)).toEqual([]);
    expect(asked).toHaveLength(23);
  });

  it.each(asked.map(({ path, fact }) => [fact.id, path, fact] as const))("%s holds", (_id, path, fact) => {
    expect(check(evaluateFlow, toFact(path, fact))).toEqual([]);
  });

  it("bf/test/01 holds: what the groups let in is never called blocked, what they do not let in is", () => {
    expect(checkDatabaseFilter(evaluateFlow)).toEqual([]);
  });
});

import { expect, it } from "vitest";
import type { Network } from "@/lib/core/network/network";
import { verdictOf } from "../../../recordings/fact-words.test-builder";
import { describeRecordings, networkOf } from "../../../recordings/recordings.test-builder";
import { naiveVerdict } from "../naive-verdict";
import type { NaiveQuestion } from "../question";
import { ask, NUMBERS, read } from "./naive-question.test-builder";

interface BatfishFact {
  id: string;
  kind: string;
  portability: string;
  source: { type: string; id?: string; eni?: string; ip?: string };
  destination?: { ip?: string; resource?: string };
  protocol: string;
  dst_port: number | null;
  src_port: number | null;
  batfish_disposition: string | null;
}

interface Derived {
  id: string;
  snapshot: string;
  source_eni: string;
  dst_ip: string;
  protocol: string;
  dst_port: number;
  verdict: string;
}

interface Scenario {
  id: string;
  dir: string;
  source: { eni: string };
  destination: { ip: string };
  queries: { protocol: string; dst_port: number | null; expected: string }[];
}

describeRecordings("the naive evaluator and what Batfish's tests assert", 75, () => {
  const { snapshots } = read("batfish/expectations.json") as {
    snapshots: { path: string; facts: BatfishFact[] }[];
  };
  const facts = snapshots.flatMap(({ path: folder, facts: list }) =>
    list
      .filter(
        ({ portability, kind, source }) =>
          portability === "direct" && /trace|bidirectional/.test(kind) && source.type !== "vpc-router",
      )
      .map((fact): [string, string, BatfishFact] => [fact.id, folder, fact]),
  );

  it("has its facts", () => {
    expect(facts.length).toBe(23);
  });

  it.each(facts)("%s", (_id, folder, fact) => {
    const network = networkOf(folder);
    expect(naiveVerdict(network, batfishQuestion(network, fact))).toBe(
      verdictOf(fact.batfish_disposition ?? ""),
    );
  });

  const { facts: derived } = read("batfish/derived.json") as { facts: Derived[] };
  it.each(derived.map((fact): [string, Derived] => [fact.id, fact]))("%s", (_id, fact) => {
    const question = ask({
      source: { networkInterfaceId: fact.source_eni },
      destination: { address: fact.dst_ip },
      protocol: NUMBERS[fact.protocol] ?? Number(fact.protocol),
      port: fact.dst_port,
    });
    expect(naiveVerdict(networkOf(`batfish/${fact.snapshot}`), question)).toBe(verdictOf(fact.verdict));
  });
});

function batfishQuestion(network: Network, fact: BatfishFact): NaiveQuestion {
  const { source, destination } = fact;
  const number = Number.parseInt(fact.protocol.replace("proto", ""), 10);
  const protocol = NUMBERS[fact.protocol] ?? number;
  const rest = { protocol, port: fact.dst_port ?? 0, destination: { address: destination?.ip ?? "" } };
  if (source.type === "internet")
    return ask({ ...rest, source: { outside: source.ip === "8.8.8.8" ? source.ip : "8.8.4.4" } });
  if (source.eni !== undefined) return ask({ ...rest, source: { networkInterfaceId: source.eni } });
  // An address of the subnet that nothing has: its groups are those of whatever is there.
  const subnetId = source.id ?? "";
  const [neighbour] = [...network.networkInterfaces.values()].filter(
    ({ resource }) => resource.SubnetId === subnetId,
  );
  const securityGroupIds = (neighbour?.resource.Groups ?? []).map(({ GroupId }) => GroupId ?? "");
  const address = source.ip ?? "";
  return ask({ ...rest, source: { subnetId, securityGroupIds, address, ipv6AllowedForDualStack: false } });
}

describeRecordings("the naive evaluator and reach's scenarios", 20, () => {
  const { scenarios } = read("reach/expectations.json") as { scenarios: Scenario[] };
  const queries = scenarios.flatMap(({ id, dir, source, destination, queries: list }) =>
    list.map((query): [string, string, NaiveQuestion, string] => [
      `${id} ${query.protocol} ${query.dst_port}`,
      dir,
      ask({
        source: { networkInterfaceId: source.eni },
        destination: { address: destination.ip },
        protocol: NUMBERS[query.protocol] ?? Number(query.protocol),
        port: query.dst_port ?? 0,
      }),
      query.expected,
    ]),
  );
  it.each(queries)("%s", (_name, folder, question, expected) => {
    expect(naiveVerdict(networkOf(folder), question)).toBe(verdictOf(expected));
  });
});

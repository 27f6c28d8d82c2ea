import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { buildNetwork } from "@/lib/core/network/build-network";
import { parseDocuments, type ImportDocument } from "@/lib/core/network/import/parse-documents";
import type { Network } from "@/lib/core/network/network";
import { naiveVerdict } from "./naive-verdict";
import type { NaiveQuestion } from "./question";

const projectRoot = fileURLToPath(new URL("../../../../../", import.meta.url));
const recordings = path.resolve(projectRoot, process.env["MOORING_RECORDINGS"] ?? "../shared/data");
const isPresent = existsSync(recordings);

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

interface Matrix {
  endpoints: Record<string, { eni: string; ip: string; public_ip: string | null }>;
  connections: {
    src: { name?: string };
    dst: { name?: string };
    connection: string;
    tcp_response_blocked: boolean;
  }[];
}

interface Overlay {
  _meta: { base_snapshot: string };
  AddNetworkInterfaces: object[];
  facts: {
    id: string;
    dst_ip: string;
    protocol: string;
    dst_port: number;
    per_subnet: { subnet: string; eni: string; verdict: string }[];
  }[];
}

/** Casts of what it gives are safe enough: a wrong shape fails the assertions below. */
function read(name: string): unknown {
  return JSON.parse(readFileSync(path.join(recordings, name), "utf8"));
}

function documentsIn(folder: string): ImportDocument[] {
  return readdirSync(path.join(recordings, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({
      path: path.posix.join(folder, ...name.split(path.sep)),
      content: readFileSync(path.join(recordings, folder, name), "utf8"),
    }));
}

function networkOf(folder: string, ...more: ImportDocument[]): Network {
  const { captures } = parseDocuments([...documentsIn(folder), ...more], {
    capturedAt: "2026-01-02T03:04:05.000Z",
  });
  return buildNetwork({ captures });
}

const NUMBERS: Readonly<Record<string, number>> = { tcp: 6, udp: 17, icmp: 1 };

function ask(
  question: Partial<NaiveQuestion> & Pick<NaiveQuestion, "source" | "destination">,
): NaiveQuestion {
  return { protocol: 6, sourcePort: 49152, port: 0, icmp: { type: 8, code: 0 }, ...question };
}

/** What the README of the recordings says that each word means. */
function meaning(word: string): string {
  if (/^(reachable|exits-to-internet|EXITS_NETWORK|ACCEPTED)/.test(word)) return "reachable";
  if (/^exits-via-vgw/.test(word)) return "unknown";
  return "unreachable";
}

describe.runIf(isPresent)("the naive evaluator and what Batfish's tests assert", () => {
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
      meaning(fact.batfish_disposition ?? ""),
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
    expect(naiveVerdict(networkOf(`batfish/${fact.snapshot}`), question)).toBe(meaning(fact.verdict));
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

describe.runIf(isPresent)("the naive evaluator and reach's scenarios", () => {
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
    expect(naiveVerdict(networkOf(folder), question)).toBe(meaning(expected));
  });
});

describe.runIf(isPresent)("the naive evaluator and np-guard's matrices", () => {
  const { matrix } = read("np-guard/expectations.json") as { matrix: Record<string, Matrix> };
  const pairs = Object.entries(matrix).flatMap(([snapshot, one]) =>
    ["internet", ...Object.keys(one.endpoints)].flatMap((from) =>
      ["internet", ...Object.keys(one.endpoints)]
        .filter((to) => from !== to)
        .flatMap((to) => matrixQuestions(snapshot, one, from, to)),
    ),
  );

  it("has its pairs", () => {
    expect(pairs.length).toBeGreaterThan(200);
  });

  it.each(pairs)("%s", (_name, snapshot, question, expected) => {
    expect(naiveVerdict(networkOf(`np-guard/${snapshot}`), question)).toBe(expected);
  });
});

function matrixQuestions(
  snapshot: string,
  { endpoints, connections }: Matrix,
  from: string,
  to: string,
): [string, string, NaiveQuestion, string][] {
  const listed = connections.filter(
    ({ src, dst }) => (src.name ?? "internet") === from && (dst.name ?? "internet") === to,
  );
  const target = endpoints[to];
  const address =
    target === undefined ? "8.8.8.8" : from === "internet" ? (target.public_ip ?? target.ip) : target.ip;
  const sender = endpoints[from];
  const source = sender ? { networkInterfaceId: sender.eni } : { outside: "8.8.8.8" };
  const samples: [number, number][] = [
    [6, 22],
    [6, 443],
    [6, 9080],
    [17, 53],
    [17, 9080],
    [1, 0],
  ];
  return samples.map(([protocol, port]) => {
    const isAllowed = listed.some(
      ({ connection, tcp_response_blocked: isBlocked }) =>
        !(isBlocked && protocol === 6) && isListed(connection, protocol, port),
    );
    return [
      `${snapshot}: ${from} to ${to}, protocol ${protocol}, port ${port}`,
      snapshot,
      ask({ source, destination: { address }, protocol, port }),
      isAllowed ? "reachable" : "unreachable",
    ];
  });
}

function isListed(connection: string, protocol: number, port: number): boolean {
  if (connection === "All Connections") return true;
  return connection.split(";").some((part) => {
    const [, name] = /protocol: (\w+)/.exec(part) ?? [];
    if (NUMBERS[name?.toLowerCase() ?? ""] !== protocol) return false;
    const [, ports] = /dst-ports: ([\d,-]+)/.exec(part) ?? [];
    if (ports === undefined) return true;
    return ports.split(",").some((range) => {
      const [first = 0, last = first] = range.split("-").map(Number);
      return port >= first && port <= last;
    });
  });
}

describe.runIf(isPresent)("the naive evaluator and functions laid over recordings", () => {
  const overlays = isPresent ? readdirSync(path.join(recordings, "lambda-overlays")) : [];
  const facts = overlays.flatMap((file) => {
    const overlay = read(`lambda-overlays/${file}`) as Overlay;
    return overlay.facts.flatMap((fact) =>
      fact.per_subnet.map((one): [string, Overlay, (typeof overlay.facts)[0], string, string] => [
        `${fact.id} from ${one.subnet}`,
        overlay,
        fact,
        one.eni,
        one.verdict,
      ]),
    );
  });
  it.each(facts)("%s", (_id, overlay, fact, networkInterfaceId, verdict) => {
    const folder = overlay._meta.base_snapshot;
    const at = path.posix.dirname(documentsIn(folder)[0]?.path ?? "");
    const network = networkOf(folder, {
      path: `${at}/DescribeNetworkInterfaces_2.json`,
      content: JSON.stringify({ NetworkInterfaces: overlay.AddNetworkInterfaces }),
    });
    const question = ask({
      source: { networkInterfaceId },
      destination: { address: fact.dst_ip },
      protocol: NUMBERS[fact.protocol] ?? 0,
      port: fact.dst_port,
    });
    expect(naiveVerdict(network, question)).toBe(meaning(verdict));
  });
});

describe("the recordings", () => {
  it("are there, or this line says that they were not asked", () => {
    if (!isPresent)
      process.stdout.write(`no recordings at ${recordings}: the naive evaluator was not tested\n`);
    expect(isPresent || process.env["CI"] !== "true").toBe(true);
  });
});

import { expect, it } from "vitest";
import { describeRecordings, networkOf } from "../../../recordings/recordings.test-builder";
import { naiveVerdict } from "../naive-verdict";
import type { NaiveQuestion } from "../question";
import { ask, NUMBERS, read } from "./naive-question.test-builder";

interface Matrix {
  endpoints: Record<string, { eni: string; ip: string; public_ip: string | null }>;
  connections: {
    src: { name?: string };
    dst: { name?: string };
    connection: string;
    tcp_response_blocked: boolean;
  }[];
}

describeRecordings("the naive evaluator and np-guard's matrices", 200, () => {
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

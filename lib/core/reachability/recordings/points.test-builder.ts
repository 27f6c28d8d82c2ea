import type { Flow, FlowProtocol } from "../flow";
import type { Verdict } from "../trace";
import { check, type Evaluate, type Fact } from "./ask.test-builder";
import { allTraffic, noTraffic, type ExpectedTraffic } from "./allowed-traffic.test-builder";

/** `All Connections`, `protocol: TCP dst-ports: 9080`, `udp/53 + tcp/22 + ESP(50)`, `none`: all that gets through. */
export function trafficOf(words: string): ExpectedTraffic {
  if (/^all( connections)?$/i.test(words)) return allTraffic;
  if (words === "none") return noTraffic;
  return words.split(" + ").map(partOf).reduce(unite);
}

function partOf(words: string): ExpectedTraffic {
  const other = /^[A-Z]+\((\d+)\)$/.exec(words)?.[1];
  if (other !== undefined) return { ...noTraffic, others: [Number(other)] };
  const [, protocol, port] = /^(?:protocol: )?(tcp|udp)(?:(?: dst-ports: |\/)(\d+))?$/i.exec(words) ?? [];
  if (protocol === undefined) throw new Error(`no traffic is called ${words}`);
  const ports = port === undefined ? allTraffic.tcp : [{ from: Number(port), to: Number(port) }];
  return protocol.toLowerCase() === "tcp" ? { ...noTraffic, tcp: ports } : { ...noTraffic, udp: ports };
}

function unite(left: ExpectedTraffic, right: ExpectedTraffic): ExpectedTraffic {
  if (left.others === "all" || right.others === "all") throw new Error("all traffic is no part of a sum");
  return {
    tcp: [...left.tcp, ...right.tcp],
    udp: [...left.udp, ...right.udp],
    icmp: left.icmp || right.icmp,
    others: [...left.others, ...right.others],
  };
}

/** The verdict of a question about every protocol. */
export function verdictOfAll(traffic: ExpectedTraffic): Verdict {
  if (traffic === noTraffic) return "unreachable";
  return traffic === allTraffic ? "reachable" : "mixed";
}

interface Point {
  protocol: FlowProtocol;
  port?: number;
  verdict: Verdict;
}

/** Single questions at the edges of what gets through, and some far from it. */
export function pointsOf(traffic: ExpectedTraffic): Point[] {
  const ported = (["tcp", "udp"] as const).flatMap((protocol) => {
    const edges = traffic[protocol].flatMap(({ from, to }) => [from - 1, from, to, to + 1]);
    const ports = [...new Set([1, 22, 53, 443, 9080, 65535, ...edges])].filter((port) => isPort(port));
    return ports.map((port) => ({
      protocol,
      port,
      verdict: toVerdict(traffic[protocol].some(({ from, to }) => from <= port && port <= to)),
    }));
  });
  const others = [0, 47, 50].map((protocol) => ({
    protocol,
    verdict: toVerdict(traffic.others === "all" || traffic.others.includes(protocol)),
  }));
  return [...ported, { protocol: "icmp", verdict: toVerdict(traffic.icmp) }, ...others];
}

/** Port 0 is reserved: what a rule for all ports means for it is nobody's question. */
function isPort(port: number): boolean {
  return port >= 1 && port <= 65535;
}

function toVerdict(isThrough: boolean): Verdict {
  return isThrough ? "reachable" : "unreachable";
}

/** Asks a pair about every protocol, where `allowed` must be exactly `traffic`, and then at single points. */
export function checkPair(
  evaluate: Evaluate,
  pair: Omit<Fact, "flow" | "expected"> & { flow: Pick<Flow, "source" | "destination"> },
  traffic: ExpectedTraffic,
): string[] {
  const { id, network, flow } = pair;
  const all = check(evaluate, {
    id,
    network,
    flow: { ...flow, protocol: "all" },
    expected: { verdict: verdictOfAll(traffic), allowed: traffic },
  });
  const points = pointsOf(traffic).flatMap(({ verdict, ...question }) =>
    check(evaluate, { id, network, flow: { ...flow, ...question }, expected: { verdict } }).map(
      (problem) => `${question.protocol} ${question.port ?? ""} ${problem}`,
    ),
  );
  return [...all.map((problem) => `all ${problem}`), ...points];
}

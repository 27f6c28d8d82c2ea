import type { AllowedTraffic, PortSpan } from "../trace";

/** Protocols and ports that a recording says get through; `others` are numbers without ports. ICMP is all or none. */
export interface ExpectedTraffic {
  tcp: readonly PortSpan[];
  udp: readonly PortSpan[];
  icmp: boolean;
  others: "all" | readonly number[];
}

const everyPort: readonly PortSpan[] = [{ from: 0, to: 65535 }];
export const noTraffic: ExpectedTraffic = { tcp: [], udp: [], icmp: false, others: [] };
export const allTraffic: ExpectedTraffic = { tcp: everyPort, udp: everyPort, icmp: true, others: "all" };

const NAMED: ReadonlyMap<string, number> = new Map([
  ["icmp", 1],
  ["tcp", 6],
  ["udp", 17],
  ["icmpv6", 58],
]);

/** ICMPv6 is left out: the recordings ask about IPv4 only. */
const OTHERS = Array.from({ length: 256 }, (_, number) => number).filter(
  (number) => ![...NAMED.values()].includes(number),
);

/** Every way in which what is allowed is not exactly what is expected. */
export function allowedProblems(allowed: readonly AllowedTraffic[], expected: ExpectedTraffic): string[] {
  const found = {
    tcp: spansOf(allowed, 6),
    udp: spansOf(allowed, 17),
    icmp: icmpTypesOf(allowed),
    others: OTHERS.filter((number) => allowed.some(({ protocol }) => holds(protocol, number))),
  };
  const wanted = {
    tcp: expected.tcp,
    udp: expected.udp,
    icmp: expected.icmp ? 256 : 0,
    others: expected.others === "all" ? OTHERS : expected.others,
  };
  return (["tcp", "udp", "icmp", "others"] as const).flatMap((kind) => {
    const [left, right] = [JSON.stringify(found[kind]), JSON.stringify(wanted[kind])];
    return left === right ? [] : [`allows of ${kind} ${left}, not ${right}`];
  });
}

/** `all`, `-1`, a name, a number, or numbers from `50-57`. */
function holds(protocol: string, number: number): boolean {
  if (protocol === "all" || protocol === "-1") return true;
  const named = NAMED.get(protocol);
  if (named !== undefined) return named === number;
  const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(protocol) ?? [];
  if (from === undefined) throw new Error(`no protocol is called ${protocol}`);
  return Number(from) <= number && number <= Number(to);
}

/** The ports of a protocol in order, those that touch joined. */
function spansOf(allowed: readonly AllowedTraffic[], number: number): PortSpan[] {
  const spans = allowed
    .filter(({ protocol }) => holds(protocol, number))
    .flatMap(({ ports }) => ports ?? everyPort)
    .toSorted((left, right) => left.from - right.from);
  const joined: PortSpan[] = [];
  for (const { from, to } of spans) {
    const last = joined.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** How many of the 256 types are allowed with every code; a type with some of its codes counts as a part. */
function icmpTypesOf(allowed: readonly AllowedTraffic[]): number {
  const entries = allowed.filter(({ protocol }) => holds(protocol, 1));
  if (entries.some(({ icmpTypes }) => icmpTypes === undefined)) return 256;
  const types = entries.flatMap(({ icmpTypes }) => icmpTypes ?? []);
  const whole = new Set(types.filter(({ code }) => code === null).map(({ type }) => type));
  return whole.size + types.filter(({ type, code }) => code !== null && !whole.has(type)).length / 256;
}

import type { FlowAnswer } from "@/lib/contract/reachability/flow-answer";

type Trace = FlowAnswer["traces"][number];

export interface KeyedTrace {
  trace: Trace;
  key: string;
}

/** Traces by where packets start: a subnet, an interface, or outside. */
export function keyTraces(traces: readonly Trace[]): KeyedTrace[] {
  return traces.map((trace, index) => ({
    trace,
    key: trace.subnetId ?? trace.networkInterfaceId ?? `outside-${index}`,
  }));
}

const tellingOrder: readonly Trace["verdict"][] = ["unreachable", "unknown", "mixed", "reachable"];

/** The trace asked for, else the one that tells most: what does not work. */
export function shownTrace(traces: readonly KeyedTrace[], key: string | null): KeyedTrace | undefined {
  const rank = ({ trace }: KeyedTrace) => tellingOrder.indexOf(trace.verdict);
  return traces.find((one) => one.key === key) ?? [...traces].sort((a, b) => rank(a) - rank(b))[0];
}

/** By name, then by id, as they are offered to choose from: `private-2` before `private-10`. */
export function sortByName(
  traces: readonly KeyedTrace[],
  nameOf: (id: string) => string | null,
): KeyedTrace[] {
  const order = ({ key }: KeyedTrace) => `${nameOf(key) ?? key} ${key}`;
  return [...traces].sort((a, b) => order(a).localeCompare(order(b), "en", { numeric: true }));
}

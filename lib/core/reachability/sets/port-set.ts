/**
 * A set of whole numbers from 0 to 65535 as sorted, disjoint, non-adjacent pairs `from, to, from, to, …`, both ends
 * included. Ports, protocol numbers, and ICMP (`type * 256 + code`) are all such numbers.
 */
export type PortSet = readonly number[];

export const NO_PORTS: PortSet = [];
export const ALL_PORTS: PortSet = [0, 65535];

export function portsBetween(from: number, to: number): PortSet {
  return from > to ? NO_PORTS : [from, to];
}

export function unitePorts(left: PortSet, right: PortSet): PortSet {
  if (left.length === 0 || coversPorts(right, left)) return right;
  if (right.length === 0 || coversPorts(left, right)) return left;
  return uniteAllPorts([left, right]);
}

/** At once: one by one takes the square of their number. */
export function uniteAllPorts(sets: readonly PortSet[]): PortSet {
  const pairs = sets.flatMap(pairsOf).sort((a, b) => a[0] - b[0]);
  const united: number[] = [];
  for (const [from, to] of pairs) {
    const end = united.at(-1);
    if (end !== undefined && from <= end + 1) united[united.length - 1] = Math.max(end, to);
    else united.push(from, to);
  }
  return united;
}

export function intersectPorts(left: PortSet, right: PortSet): PortSet {
  if (left === right) return left;
  const both: number[] = [];
  for (const [from, to] of pairsOf(left)) {
    for (const [otherFrom, otherTo] of pairsOf(right)) {
      const start = Math.max(from, otherFrom);
      const end = Math.min(to, otherTo);
      if (start <= end) both.push(start, end);
    }
  }
  return both;
}

/** Whether any number is in both. */
export function sharesPorts(left: PortSet, right: PortSet): boolean {
  for (let one = 0, other = 0; one < left.length && other < right.length;) {
    const [from = 0, to = 0] = [left[one], left[one + 1]];
    const [otherFrom = 0, otherTo = 0] = [right[other], right[other + 1]];
    if (from <= otherTo && otherFrom <= to) return true;
    if (to < otherFrom) one += 2;
    else other += 2;
  }
  return false;
}

/** What is in `left` and not in `right`. */
export function subtractPorts(left: PortSet, right: PortSet): PortSet {
  let rest: PortSet = left;
  for (const [from, to] of pairsOf(right)) {
    const next: number[] = [];
    for (const [start, end] of pairsOf(rest)) {
      if (start < from) next.push(start, Math.min(end, from - 1));
      if (end > to) next.push(Math.max(start, to + 1), end);
    }
    rest = next;
  }
  return rest;
}

/** Whether `left` holds all of `right`. */
export function coversPorts(left: PortSet, right: PortSet): boolean {
  if (left === right || left === ALL_PORTS) return true;
  return subtractPorts(right, left).length === 0;
}

/** Of a set that holds one at least. */
export function lowestPort(ports: PortSet): number {
  return ports.reduce((lowest, port) => Math.min(lowest, port));
}

export function pairsOf(ports: PortSet): [from: number, to: number][] {
  const pairs: [number, number][] = [];
  let from: number | undefined;
  for (const bound of ports) {
    if (from === undefined) from = bound;
    else {
      pairs.push([from, bound]);
      from = undefined;
    }
  }
  return pairs;
}

/**
 * A set of whole numbers from 0 to 65535 as sorted, disjoint, non-adjacent pairs `from, to, from, to, …`, both ends
 * included. Ports, protocol numbers, and ICMP (`type * 256 + code`) are all such numbers.
 */
export type PortSet = readonly number[];

export const NO_PORTS: PortSet = [];
export const ALL_PORTS: PortSet = [0, 65535];
const NUMBERS = 65536;

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
  let bounds = 0;
  for (const set of sets) bounds += set.length;
  // One number for each pair, as a million pairs that are objects take seconds.
  const pairs = new Float64Array(bounds / 2);
  let count = 0;
  for (const set of sets) {
    for (let at = 0; at < set.length; at += 2) {
      const [from = 0, to = 0] = [set[at], set[at + 1]];
      pairs[count++] = from * NUMBERS + to;
    }
  }
  const united: number[] = [];
  let end = -2;
  for (const pair of pairs.sort()) {
    const from = Math.floor(pair / NUMBERS);
    const to = pair % NUMBERS;
    if (from > end + 1) united.push(from, to);
    else if (to > end) united[united.length - 1] = to;
    end = Math.max(end, to);
  }
  return united;
}

export function intersectPorts(left: PortSet, right: PortSet): PortSet {
  if (left === right || right === ALL_PORTS) return left;
  if (left === ALL_PORTS) return right;
  const both: number[] = [];
  for (let one = 0, other = 0; one < left.length && other < right.length;) {
    const [from = 0, to = 0] = [left[one], left[one + 1]];
    const [otherFrom = 0, otherTo = 0] = [right[other], right[other + 1]];
    if (from <= otherTo && otherFrom <= to) both.push(Math.max(from, otherFrom), Math.min(to, otherTo));
    if (to < otherTo) one += 2;
    else other += 2;
  }
  return both;
}

/** Whether any number is in both. The smaller is looked up in the larger: one rule among many, for each of them. */
export function sharesPorts(left: PortSet, right: PortSet): boolean {
  const [few, many] = left.length < right.length ? [left, right] : [right, left];
  if (few.length === 0) return false;
  for (let at = 0; at < few.length; at += 2) {
    const [from = 0, to = 0] = [few[at], few[at + 1]];
    const start = many[firstPairUpTo(many, from)];
    if (start !== undefined && start <= to) return true;
  }
  return false;
}

/** Where the first pair stands that does not end before a number. */
function firstPairUpTo(ports: PortSet, number: number): number {
  let low = 0;
  let high = ports.length / 2;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const end = ports[2 * middle + 1];
    if (end !== undefined && end < number) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}

/** What is in `left` and not in `right`, in one pass over both: a group can have a rule for every second port. */
export function subtractPorts(left: PortSet, right: PortSet): PortSet {
  if (left.length === 0 || right.length === 0) return left;
  const rest: number[] = [];
  const holes = pairsOf(right);
  let at = 0;
  for (const [from, to] of pairsOf(left)) {
    let start = from;
    for (let hole = holes[at]; hole !== undefined && hole[0] <= to; hole = holes[at]) {
      if (start < hole[0]) rest.push(start, hole[0] - 1);
      start = Math.max(start, hole[1] + 1);
      if (hole[1] > to) break;
      at += 1;
    }
    if (start <= to) rest.push(start, to);
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

import { pairsOf, type PortSet } from "./port-set";

/** Of several that claim a number, the one of the lowest position gets it. */
export interface InTurn {
  readonly position: number;
}

/** Numbers from `from` to `to`, both included. */
interface Segment<By> {
  readonly from: number;
  readonly to: number;
  readonly by: By;
}

/** Who gets which numbers: sorted and disjoint, and of one claimant with a gap between any two. */
export type Segments<By> = readonly Segment<By>[];

export function segmentsOf<By>(ports: PortSet, by: By): Segments<By> {
  return pairsOf(ports).map(([from, to]) => ({ from, to, by }));
}

/** What is claimed in either. In one pass over both. */
export function firstOf<By extends InTurn>(left: Segments<By>, right: Segments<By>): Segments<By> {
  const merged: Segment<By>[] = [];
  let [ahead, behind] = [new Rest(left), new Rest(right)];
  for (;;) {
    if (behind.isAheadOf(ahead)) [ahead, behind] = [behind, ahead];
    const [head, other] = [ahead.head, behind.head];
    if (head === undefined) return merged;
    if (other === undefined || head.to < other.from) {
      merged.push(head);
      ahead.dropTo(head.to);
    } else if (head.by.position <= other.by.position) {
      behind.dropTo(head.to);
    } else {
      merged.push({ ...head, to: other.from - 1 });
      ahead.dropTo(other.to);
    }
  }
}

/** What is not merged yet of one of them. */
class Rest<By extends InTurn> {
  head: Segment<By> | undefined;
  #at = 0;

  constructor(private readonly segments: Segments<By>) {
    this.head = segments[0];
  }

  isAheadOf({ head }: Rest<By>): boolean {
    if (this.head === undefined) return false;
    if (head === undefined || this.head.from < head.from) return true;
    return this.head.from === head.from && this.head.by.position < head.by.position;
  }

  dropTo(number: number): void {
    const { head } = this;
    if (head !== undefined && number < head.to) this.head = { ...head, from: number + 1 };
    else this.head = this.segments[++this.#at];
  }
}

/** What each claimant gets of some numbers. */
export function shareOut<By>(segments: Segments<By>, ports: PortSet): ReadonlyMap<By, PortSet> {
  const shares = new Map<By, number[]>();
  const wanted = pairsOf(ports);
  let at = 0;
  for (const { from, to, by } of segments) {
    for (let pair = wanted[at]; pair !== undefined && pair[0] <= to; pair = wanted[++at]) {
      const [start, end] = [Math.max(from, pair[0]), Math.min(to, pair[1])];
      if (start <= end) {
        const share = shares.get(by);
        if (share) share.push(start, end);
        else shares.set(by, [start, end]);
      }
      // The next segment may get some of it too.
      if (pair[1] > to) break;
    }
  }
  return shares;
}

/** All that claimants of one kind get. */
export function claimedBy<By>(segments: Segments<By>, isOne: (by: By) => boolean): PortSet {
  const ports: number[] = [];
  for (const { from, to, by } of segments) {
    if (!isOne(by)) continue;
    if (ports.at(-1) === from - 1) ports[ports.length - 1] = to;
    else ports.push(from, to);
  }
  return ports;
}

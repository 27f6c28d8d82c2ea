import { isCoarse, isOnTheInternet } from "../question/internet-range";
import { after, before, type Address, type AddressRange } from "../sets/address-range";
import type { Cuts, ForkMode } from "../walk/cuts";

/** Cuts of the two ranges of a question, kept while one path is traced. */
export class QuestionCuts implements Cuts {
  readonly #borders = new Map<AddressRange, Set<Address>>();

  /** Ranges of the internet at large, which only coarse prefixes divide. */
  constructor(
    private readonly divisible: readonly AddressRange[],
    private readonly atLarge: ReadonlySet<AddressRange>,
    /** What was chosen at the forks met so far. */
    private readonly choices: ReadonlyMap<string, number> = new Map(),
    /** Gets what rules and routes say of too small a part of the internet at large to divide it. */
    private readonly narrow: AddressRange[] = [],
  ) {}

  /** The first fork at which nothing was chosen yet. */
  fork: { place: string; count: number; mode: ForkMode } | null = null;

  choose(place: string, count: number, mode: ForkMode): number {
    const chosen = this.choices.get(place);
    if (chosen === undefined && count > 1) this.fork ??= { place, count, mode };
    return chosen ?? 0;
  }

  /** A rule holds for a part of a range that is not the question's: of a sender on the way whose address was not read. */
  isUndecided = false;

  add(range: AddressRange, by: AddressRange): void {
    if (!this.divisible.includes(range)) {
      this.isUndecided = true;
      return;
    }
    if (this.atLarge.has(range) && !isCoarse(by)) {
      this.narrow.push(by);
      return;
    }
    const borders = this.#borders.get(range) ?? new Set<Address>();
    if (by.first > range.first) borders.add(by.first);
    if (by.last < range.last) borders.add(after(by.last));
    this.#borders.set(range, borders);
  }

  /** How many parts a range falls into. */
  countParts(range: AddressRange): number {
    return (this.#borders.get(range)?.size ?? 0) + 1;
  }

  /** The parts, in order. Of the internet at large those that are not on the internet are left out. */
  partsOf(range: AddressRange): AddressRange[] {
    const borders = [...(this.#borders.get(range) ?? [])].sort((a, b) => (a < b ? -1 : 1));
    const firsts = [range.first, ...borders];
    const parts = firsts.map((first, index): AddressRange => {
      const next = firsts[index + 1];
      return { family: range.family, first, last: next === undefined ? range.last : before(next) };
    });
    if (!this.atLarge.has(range)) return parts;
    const online = parts.filter(isOnTheInternet);
    for (const part of online) (this.atLarge as Set<AddressRange>).add(part); // its parts are as coarse
    return online;
  }
}

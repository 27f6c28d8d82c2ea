/** Mulberry32: the same numbers from the same seed, everywhere. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.below(items.length)] ?? items[0];
  }

  /** One of a list that may be empty. */
  maybe<Item>(items: readonly Item[]): Item | undefined {
    return items[this.below(items.length)];
  }

  /** One of several by weight. */
  weighted<const Item>(first: readonly [Item, number], ...rest: readonly (readonly [Item, number])[]): Item {
    const options = [first, ...rest];
    let left = this.next() * options.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of options) {
      left -= weight;
      if (left < 0) return item;
    }
    return first[0];
  }
}

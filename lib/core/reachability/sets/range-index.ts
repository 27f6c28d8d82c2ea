import { coversRange, type Address, type AddressRange, type CidrRange } from "./address-range";

/** All ranges of one size, which never overlap one another. */
interface Size<Item> {
  family: 4 | 6;
  prefixLength: number;
  byFirst: Map<Key, Item[]>;
  /** Their first addresses in order, made when they are first wanted. */
  firsts?: readonly Address[];
}

/**
 * A first address. IPv6 as text: V8 tells bigints in a map apart by their low 64 bits, which all /64 blocks share, and
 * 40,000 of them took 18 s.
 */
type Key = number | string;

/** A question falls apart long before as many: of a range that holds more, the rest need not be named. */
const MOST_INNER = 1024;

/**
 * What belongs to CIDR ranges, found with one look for each of their sizes however many there are: of a group whose rules
 * are a million ranges a question sees thirty.
 */
export class RangeIndex<Item> {
  /** The largest ranges first. */
  readonly #sizes: Size<Item>[] = [];
  readonly #bySize = new Map<number, Size<Item>>();

  constructor(items: Iterable<readonly [CidrRange, Item]> = []) {
    for (const [range, item] of items) this.add(range, item);
  }

  /** All of them come before the first is looked up. */
  add(range: CidrRange, item: Item): void {
    const { byFirst } = this.#sizeOf(range);
    const key = keyOf(range.first);
    const known = byFirst.get(key);
    if (known) known.push(item);
    else byFirst.set(key, [item]);
  }

  #sizeOf({ family, prefixLength }: CidrRange): Size<Item> {
    const key = family * 1000 + prefixLength;
    const known = this.#bySize.get(key);
    if (known) return known;
    const size = { family, prefixLength, byFirst: new Map<Key, Item[]>() };
    this.#bySize.set(key, size);
    this.#sizes.push(size);
    this.#sizes.sort((a, b) => a.prefixLength - b.prefixLength);
    return size;
  }

  forEach(visit: (item: Item) => void): void {
    for (const { byFirst } of this.#sizes) for (const own of byFirst.values()) own.forEach(visit);
  }

  /** What belongs to each range that holds all of another, by range. */
  holding(range: AddressRange): (readonly Item[])[] {
    const found: (readonly Item[])[] = [];
    for (const { family, prefixLength, byFirst } of this.#sizes) {
      if (family !== range.family) continue;
      const block = blockAround(range, prefixLength);
      const items = byFirst.get(keyOf(block.first));
      if (items && coversRange(block, range)) found.push(items);
    }
    return found;
  }

  /** The ranges that hold a part of another one, the largest first, and as many as matter. */
  dividing(range: AddressRange): AddressRange[] {
    const found: AddressRange[] = [];
    for (const size of this.#sizes) {
      const { family, prefixLength } = size;
      if (family !== range.family) continue;
      const firsts = (size.firsts ??= [...size.byFirst.keys()]
        .map(addressOf)
        .sort((a, b) => (a < b ? -1 : 1)));
      let at = positionOf(firsts, blockAround(range, prefixLength).first);
      for (let first = firsts[at]; first !== undefined && first <= range.last; first = firsts[++at]) {
        const block = blockAround({ family, first, last: first }, prefixLength);
        if (!coversRange(block, range)) found.push(block);
        if (found.length === MOST_INNER) return found;
      }
    }
    return found;
  }
}

function keyOf(first: Address): Key {
  return typeof first === "bigint" ? `0x${first.toString(16)}` : first;
}

function addressOf(key: Key): Address {
  return typeof key === "string" ? BigInt(key) : key;
}

/** The block of that length which holds the first address of a range. */
function blockAround({ family, first }: AddressRange, prefixLength: number): AddressRange {
  if (family === 4) {
    const size = 2 ** (32 - prefixLength);
    const start = Number(first) - (Number(first) % size);
    return { family, first: start, last: start + size - 1 };
  }
  const size = 1n << BigInt(128 - prefixLength);
  const start = BigInt(first) - (BigInt(first) % size);
  return { family, first: start, last: start + size - 1n };
}

/** Of the first of sorted addresses that is no lower. */
function positionOf(sorted: readonly Address[], address: Address): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const at = sorted[middle];
    if (at !== undefined && at < address) low = middle + 1;
    else high = middle;
  }
  return low;
}

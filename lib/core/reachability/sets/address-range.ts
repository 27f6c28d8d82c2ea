import ipaddr from "ipaddr.js";

/** An address as a number: IPv4 as `number`, IPv6 as `bigint`. */
export type Address = number | bigint;

/** Addresses of one family from `first` to `last`, both included. */
export interface AddressRange {
  family: 4 | 6;
  first: Address;
  last: Address;
}

/** A range that a CIDR block names, with its length. */
export interface CidrRange extends AddressRange {
  prefixLength: number;
}

/** Null for what is not a CIDR block (or an address, which is a /32 or /128). Host bits that are set are cut off. */
export function parseCidr(text: string): CidrRange | null {
  return text.includes(":") ? cachedIpv6(text) : readIpv4(text);
}

/** Those that can be read. */
export function parseCidrs(texts: readonly (string | undefined)[]): CidrRange[] {
  return texts.flatMap((text = "") => parseCidr(text) ?? []);
}

const CACHE_LIMIT = 4_000;
const cache = new Map<string, CidrRange | null>();

function cachedIpv6(text: string): CidrRange | null {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const parsed = readIpv6(text) ?? readWithLibrary(text);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, parsed);
  return parsed;
}

const [ZERO, NINE, DOT, SLASH] = [48, 57, 46, 47];

/** Character by character, as a million of them take a second with a regular expression. */
function readIpv4(text: string): CidrRange | null {
  let [address, octet, digits, dots, at] = [0, 0, 0, 0, 0];
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === SLASH) break;
    if (code === DOT && digits > 0) {
      address = address * 256 + octet;
      [octet, digits, dots] = [0, 0, dots + 1];
    } else if (code >= ZERO && code <= NINE && digits < 3) {
      octet = octet * 10 + code - ZERO;
      digits += 1;
    } else return null;
    if (octet > 255) return null;
  }
  const prefixLength = at === text.length ? 32 : readLength(text.slice(at + 1));
  if (dots !== 3 || digits === 0 || !(prefixLength <= 32)) return null;
  const size = 2 ** (32 - prefixLength);
  const first = Math.floor((address * 256 + octet) / size) * size;
  return { family: 4, first, last: first + size - 1, prefixLength };
}

function readLength(text: string): number {
  return /^\d{1,2}$/.test(text) ? Number(text) : NaN;
}

function readWithLibrary(text: string): CidrRange | null {
  const [address = "", length, more] = text.split("/");
  if (more !== undefined || !ipaddr.IPv6.isValid(address)) return null;
  const prefixLength = length === undefined ? 128 : Number(length);
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return null;
  if (prefixLength > 128) return null;
  const bytes = ipaddr.IPv6.parse(address).toByteArray();
  return blockOf(
    bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n),
    prefixLength,
  );
}

const IPV6_CIDR =
  /^([0-9a-f]{1,4}(?::[0-9a-f]{1,4})*)(?:(::)((?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*)?))?\/(\d{1,3})$/i;

/** The common case again, ten times faster; null for all that is out of the ordinary. */
function readIpv6(text: string): CidrRange | null {
  const [, before = "", gap, after, length] = IPV6_CIDR.exec(text) ?? [];
  const [head, tail] = [digitsOf(before), after ? digitsOf(after) : ""];
  const zeros = 32 - head.length - tail.length;
  const prefixLength = Number(length);
  const isWhole = gap === undefined ? zeros === 0 : zeros >= 4;
  if (!isWhole || prefixLength > 128) return null;
  return blockOf(BigInt(`0x${head}${"0".repeat(zeros)}${tail}`), prefixLength);
}

function digitsOf(groups: string): string {
  let digits = "";
  for (const group of groups.split(":")) digits += group.padStart(4, "0");
  return digits;
}

const openBits = new Map<number, bigint>();

/** Those that a prefix leaves open, made once for each length. */
function openBitsOf(prefixLength: number): bigint {
  const known = openBits.get(prefixLength);
  if (known !== undefined) return known;
  const made = (1n << BigInt(128 - prefixLength)) - 1n;
  openBits.set(prefixLength, made);
  return made;
}

function blockOf(value: bigint, prefixLength: number): CidrRange {
  const open = openBitsOf(prefixLength);
  const last = value | open;
  return { family: 6, first: last ^ open, last, prefixLength };
}

/** Whether `outer` holds all of `inner`. */
export function coversRange(outer: AddressRange, inner: AddressRange): boolean {
  return outer.family === inner.family && outer.first <= inner.first && outer.last >= inner.last;
}

export function rangesOverlap(left: AddressRange, right: AddressRange): boolean {
  return left.family === right.family && left.first <= right.last && left.last >= right.first;
}

/** What is left of a range without others, in order. */
export function withoutRanges(range: AddressRange, others: readonly AddressRange[]): AddressRange[] {
  let rest = [range];
  for (const other of others) {
    rest = rest.flatMap((one) => {
      if (!rangesOverlap(one, other)) return [one];
      const lower = one.first < other.first ? [{ ...one, last: before(other.first) }] : [];
      return other.last < one.last ? [...lower, { ...one, first: after(other.last) }] : lower;
    });
  }
  return rest;
}

/** By first address, the larger before what it holds. */
export function compareRanges(left: AddressRange, right: AddressRange): number {
  if (left.family !== right.family) return left.family - right.family;
  if (left.first !== right.first) return left.first < right.first ? -1 : 1;
  return left.last === right.last ? 0 : left.last > right.last ? -1 : 1;
}

export function isOneAddress(range: AddressRange): boolean {
  return range.first === range.last;
}

export function oneAddress(family: 4 | 6, address: Address): AddressRange {
  return { family, first: address, last: address };
}

export function formatAddress(family: 4 | 6, address: Address): string {
  if (family === 4) {
    const value = Number(address);
    return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
  }
  const value = BigInt(address);
  const bytes = Array.from({ length: 16 }, (_, index) => Number((value >> BigInt(8 * (15 - index))) & 255n));
  return new ipaddr.IPv6(bytes).toString();
}

export function formatCidr({ family, first, prefixLength }: CidrRange): string {
  return `${formatAddress(family, first)}/${prefixLength}`;
}

/** All usable unicast addresses of each family. */
export const INTERNET = {
  4: { family: 4 as const, first: 2 ** 24, last: 224 * 2 ** 24 - 1 },
  6: { family: 6 as const, first: 0x2000n << 112n, last: (0x4000n << 112n) - 1n },
};

/** `10.0.0.4`, `10.0.0.0/24`, `10.0.0.1–10.0.0.6` where no block has just these, or `the internet`. */
export function formatRange(range: AddressRange): string {
  const { family, first, last } = range;
  const internet = INTERNET[family];
  if (first === internet.first && last === internet.last) return "the internet";
  const start = formatAddress(family, first);
  if (isOneAddress(range)) return start;
  const hostBits = hostBitsOf(range);
  return hostBits === null
    ? `${start}–${formatAddress(family, last)}`
    : `${start}/${(family === 4 ? 32 : 128) - hostBits}`;
}

/** How many bits of a block's addresses vary; null where no block has just these addresses. */
function hostBitsOf({ first, last }: AddressRange): number | null {
  const size = BigInt(last) - BigInt(first) + 1n;
  const isBlock = (size & (size - 1n)) === 0n && BigInt(first) % size === 0n;
  return isBlock ? size.toString(2).length - 1 : null;
}

/** The first few of them, in words. */
export function describeRanges(ranges: readonly AddressRange[], shown = 3): string {
  const named = ranges.slice(0, shown).map(formatRange);
  const more = ranges.length - named.length;
  return new Intl.ListFormat("en-GB").format(more > 0 ? [...named, `${more} more`] : named);
}

export function before(address: Address): Address {
  return typeof address === "bigint" ? address - 1n : address - 1;
}

export function after(address: Address): Address {
  return typeof address === "bigint" ? address + 1n : address + 1;
}

/** The smallest range that holds all of them. They are of one family, and there is at least one. */
export function spanOf(ranges: readonly AddressRange[]): AddressRange {
  return ranges.reduce((span, { first, last }) => ({
    family: span.family,
    first: first < span.first ? first : span.first,
    last: last > span.last ? last : span.last,
  }));
}

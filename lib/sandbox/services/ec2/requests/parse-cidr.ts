import ipaddr from "ipaddr.js";

/** A block of addresses. */
export interface Cidr {
  family: 4 | 6;
  /** In AWS's spelling, the host's bits zero: `10.0.0.0/8`. */
  canonical: string;
  prefixLength: number;
  /** Whether the text had no bits set beyond the prefix. */
  isCanonical: boolean;
  /** First and last address as numbers. */
  first: bigint;
  last: bigint;
}

const DOTTED = /^\d{1,3}(\.\d{1,3}){3}$/;

/** An address as a number, or undefined for what is none. */
export function addressNumber(text: string): bigint | undefined {
  const isV4 = DOTTED.test(text) && text.split(".").every((octet) => Number(octet) <= 255);
  if (isV4) return text.split(".").reduce((sum, octet) => sum * 256n + BigInt(octet), 0n);
  if (!text.includes(":") || !ipaddr.IPv6.isValid(text)) return undefined;
  return ipaddr.IPv6.parse(text).parts.reduce((sum, part) => sum * 65_536n + BigInt(part), 0n);
}

/** The address that a number stands for, in AWS's spelling. */
export function toAddress(number: bigint, family: 4 | 6): string {
  if (family === 4) {
    return [24n, 16n, 8n, 0n].map((shift) => String((number >> shift) & 255n)).join(".");
  }
  const parts = [112n, 96n, 80n, 64n, 48n, 32n, 16n, 0n].map((shift) => Number((number >> shift) & 65_535n));
  return new ipaddr.IPv6(parts).toString();
}

/** A block from its text, or undefined for what is none: an address without a length is none either. */
export function parseCidr(text: string): Cidr | undefined {
  const [address = "", length = "", ...rest] = text.split("/");
  const number = addressNumber(address);
  if (number === undefined || rest.length > 0 || !/^\d{1,3}$/.test(length)) return undefined;
  const family = address.includes(":") ? 6 : 4;
  const bits = family === 4 ? 32 : 128;
  const prefixLength = Number(length);
  if (prefixLength > bits) return undefined;
  const size = 1n << BigInt(bits - prefixLength);
  const first = number - (number % size);
  return {
    family,
    canonical: `${toAddress(first, family)}/${String(prefixLength)}`,
    prefixLength,
    isCanonical: first === number,
    first,
    last: first + size - 1n,
  };
}

/** Whether two blocks share an address. */
export function cidrsOverlap(a: Cidr, b: Cidr): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

/** Whether one block lies in another, or is the same. */
export function cidrContains(outer: Cidr, inner: Cidr): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

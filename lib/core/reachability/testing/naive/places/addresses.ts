import ipaddr from "ipaddr.js";

export function isIpv6(address: string): boolean {
  return address.includes(":");
}

/** Whether a range holds an address; a malformed range holds nothing, and bits set beyond the prefix do not count. */
export function isWithin(address: string, cidr: string | undefined): boolean {
  if (cidr === undefined || isIpv6(address) !== isIpv6(cidr)) return false;
  if (!isIpv6(cidr)) return isWithinIpv4(address, cidr);
  if (!ipaddr.isValidCIDR(cidr)) return false;
  const [network, length] = ipaddr.parseCIDR(cidr);
  const parsed = ipaddr.parse(address);
  return parsed.kind() === network.kind() && parsed.match(network, length);
}

/** By hand, since nearly every packet is IPv4 and the library's parsing is most of a run's time. */
function isWithinIpv4(address: string, cidr: string): boolean {
  const [network = "", length = ""] = cidr.split("/");
  if (!/^\d{1,2}$/.test(length) || Number(length) > 32) return false;
  const size = 2 ** (32 - Number(length));
  const [first, asked] = [numberOf(network), numberOf(address)];
  return !Number.isNaN(first) && Math.floor(first / size) === Math.floor(asked / size);
}

function numberOf(address: string): number {
  const bytes = address.split(".").map(Number);
  const isWrong = bytes.length !== 4 || bytes.some((byte) => !(byte >= 0 && byte <= 255));
  return isWrong ? NaN : bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

export function prefixLength(cidr: string): number {
  return Number(cidr.split("/")[1]);
}

/** Whether two spellings mean one address. */
export function isSameAddress(left: string | undefined, right: string): boolean {
  if (left === undefined || isIpv6(left) !== isIpv6(right)) return false;
  if (left === right || !isIpv6(left)) return left === right;
  return ipaddr.parse(left).toNormalizedString() === ipaddr.parse(right).toNormalizedString();
}

const RFC1918 = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];
const RFC6598 = ["100.64.0.0/10"];
const RFC4193 = ["fc00::/7"];

/** What an internet gateway carries neither to nor from. */
export function isPrivate(address: string): boolean {
  return [...RFC1918, ...RFC6598, ...RFC4193].some((cidr) => isWithin(address, cidr));
}

/** An address counted from a range's first. */
export function addressAt(cidr: string, offset: number): string {
  const [network] = ipaddr.parseCIDR(cidr);
  const bytes = [...network.toByteArray()];
  let carry = offset;
  for (let index = bytes.length - 1; index >= 0 && carry > 0; index -= 1) {
    const sum = (bytes[index] ?? 0) + carry;
    bytes[index] = sum & 0xff;
    carry = sum >> 8;
  }
  return ipaddr.fromByteArray(bytes).toString();
}

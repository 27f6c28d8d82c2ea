import { parseCidr } from "../../ec2/requests/parse-cidr";
import { invalidParameter } from "../lookup/transit-errors";

/** Private ASNs of 16 and of 32 bits ("AmazonSideAsn" of CreateTransitGateway and CreateVpnGateway). */
const PRIVATE_ASNS = [
  { first: 64_512, last: 65_534 },
  { first: 4_200_000_000, last: 4_294_967_294 },
] as const;

/** Throws InvalidParameterValue for a number that is no private ASN. */
export function checkAmazonSideAsn(asn: number | undefined): void {
  if (asn === undefined || PRIVATE_ASNS.some(({ first, last }) => asn >= first && asn <= last)) return;
  throw invalidParameter(
    `Value (${String(asn)}) for parameter amazonSideAsn is invalid. It must be in the range 64512 to 65534 or 4200000000 to 4294967294.`,
  );
}

type Cidr = NonNullable<ReturnType<typeof parseCidr>>;

function overlaps(a: Cidr, b: Cidr): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

/** Throws InvalidParameterValue for blocks that Connect and VPN addresses cannot come from: see the parameter's text. */
export function checkGatewayCidrs(blocks: readonly string[], existing: readonly string[] = []): void {
  const taken = existing.flatMap((text) => parseCidr(text) ?? []);
  for (const text of blocks) {
    const cidr = parseCidr(text);
    if (cidr === undefined) throw invalidParameter(`${text} is not a valid CIDR block`);
    const longest = cidr.family === 4 ? 24 : 64;
    if (cidr.prefixLength > longest) {
      throw invalidParameter(`The CIDR block ${text} must be of size /${String(longest)} or larger`);
    }
    const linkLocal = parseCidr("169.254.0.0/16");
    if (linkLocal !== undefined && overlaps(cidr, linkLocal)) {
      throw invalidParameter(`The CIDR block ${text} overlaps with 169.254.0.0/16`);
    }
    if (taken.some((other) => overlaps(cidr, other))) {
      throw invalidParameter(
        `The CIDR block ${text} overlaps with another CIDR block of the transit gateway`,
      );
    }
    taken.push(cidr);
  }
}

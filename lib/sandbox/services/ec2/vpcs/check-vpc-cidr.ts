import { AwsError } from "../../../aws-error";
import { cidrsOverlap, parseCidr, type Cidr } from "../requests/parse-cidr";
import { readCidrBlock } from "../requests/read-cidr-block";

/** "The allowed block size is between a /16 netmask and /28 netmask" (VPC user guide: "VPC CIDR blocks"). */
const SHORTEST_PREFIX = 16;
const LONGEST_PREFIX = 28;

/** Blocks that no VPC may use: this network, loopback, link-local, multicast and above. */
const FORBIDDEN = ["0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3"].flatMap(
  (text) => parseCidr(text) ?? [],
);

/** The IPv4 block of a VPC, in its canonical form. Throws AwsError for one that EC2 does not take. */
export function readVpcCidr(text: string): Cidr {
  const cidr = readCidrBlock(text, "cidrBlock");
  const hasSize = cidr.prefixLength >= SHORTEST_PREFIX && cidr.prefixLength <= LONGEST_PREFIX;
  if (!hasSize || FORBIDDEN.some((block) => cidrsOverlap(block, cidr))) {
    throw new AwsError("InvalidVpc.Range", `The CIDR '${text}' is invalid.`);
  }
  return cidr;
}

/**
 * Where the primary block lies -> what may not be added to it: "IPv4 CIDR block association restrictions" of the VPC
 * user guide.
 */
const RESTRICTED: Readonly<Record<string, readonly string[]>> = {
  "10.0.0.0/8": ["172.16.0.0/12", "192.168.0.0/16", "198.19.0.0/16"],
  "172.16.0.0/12": ["10.0.0.0/8", "192.168.0.0/16", "198.19.0.0/16", "172.31.0.0/16"],
  "192.168.0.0/16": ["10.0.0.0/8", "172.16.0.0/12", "198.19.0.0/16"],
  "198.19.0.0/16": ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"],
};

function isInside(text: string, cidr: Cidr): boolean {
  const block = parseCidr(text);
  return block !== undefined && cidrsOverlap(block, cidr);
}

/** Beside a first block that is publicly routable, or of 100.64.0.0/10. */
const RESTRICTED_BESIDE_PUBLIC = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "198.19.0.0/16"];

/** Throws InvalidVpc.Range for a second block that may not stand beside the VPC's first one. */
export function checkCidrBeside(primary: Cidr, added: Cidr): void {
  const restricted =
    Object.entries(RESTRICTED).find(([range]) => isInside(range, primary))?.[1] ?? RESTRICTED_BESIDE_PUBLIC;
  if (!restricted.some((range) => isInside(range, added))) return;
  throw new AwsError(
    "InvalidVpc.Range",
    `The CIDR '${added.canonical}' is restricted. Use a CIDR from the same private address range as the current VPC ` +
      "CIDR, or use a publicly-routable CIDR. For additional restrictions, see " +
      "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Subnets.html#VPC_Sizing",
  );
}

import type { Subnet, Vpc } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { RegionWorld } from "../../../world/world";
import { cidrContains, cidrsOverlap, parseCidr, type Cidr } from "../requests/parse-cidr";
import { readCidrBlock } from "../requests/read-cidr-block";
import { vpcCidrs } from "../routes/local-routes";

function refuseRange(text: string): never {
  throw new AwsError("InvalidSubnet.Range", `The CIDR '${text}' is invalid.`);
}

function checkPlace(regionWorld: RegionWorld, vpc: Vpc, cidr: Cidr): void {
  const blocks = vpcCidrs(vpc).flatMap((text) => parseCidr(text) ?? []);
  if (!blocks.some((block) => cidrContains(block, cidr))) refuseRange(cidr.canonical);
  const taken = regionWorld.subnets
    .filter((subnet) => subnet.VpcId === vpc.VpcId)
    .flatMap((subnet) => [subnet.CidrBlock, ...ipv6Blocks(subnet)])
    .flatMap((text) => parseCidr(text ?? "") ?? []);
  if (taken.some((other) => cidrsOverlap(other, cidr))) {
    throw new AwsError(
      "InvalidSubnet.Conflict",
      `The CIDR '${cidr.canonical}' conflicts with another subnet`,
    );
  }
}

function ipv6Blocks(subnet: Subnet): (string | undefined)[] {
  return (subnet.Ipv6CidrBlockAssociationSet ?? []).map((association) => association.Ipv6CidrBlock);
}

/** A subnet's IPv4 block in its canonical form: /16 to /28, inside the VPC's, beside the other subnets'. */
export function readSubnetCidr(regionWorld: RegionWorld, vpc: Vpc, text: string): string {
  const cidr = readCidrBlock(text, "cidrBlock");
  if (cidr.prefixLength < 16 || cidr.prefixLength > 28) refuseRange(text);
  checkPlace(regionWorld, vpc, cidr);
  return cidr.canonical;
}

/** A subnet's IPv6 block: /44 to /64 in steps of 4 (EC2 API reference: CreateSubnet), inside one of the VPC's. */
export function readSubnetIpv6Cidr(regionWorld: RegionWorld, vpc: Vpc, text: string): string {
  const cidr = readCidrBlock(text, "ipv6CidrBlock", 6);
  const { prefixLength: length } = cidr;
  if (length < 44 || length > 64 || length % 4 !== 0) refuseRange(text);
  checkPlace(regionWorld, vpc, cidr);
  return cidr.canonical;
}

import type { DnsSupportValue, Subnet } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { RegionWorld } from "../../../world/world";
import { invalidParameter } from "../lookup/transit-errors";

/**
 * Subnets of a VPC for an attachment, each in a zone of its own. Throws AwsError; the words for a subnet that does not
 * exist and for two of one zone are on record (terraform-provider-aws #26136, zoitech/terraform-aws-network #46).
 */
export function pickAttachmentSubnets(
  regionWorld: RegionWorld,
  request: { vpcId: string; subnetIds: readonly string[]; alongside?: readonly string[] },
): Subnet[] {
  const find = (id: string): Subnet => {
    const subnet = regionWorld.subnets.find((candidate) => candidate.SubnetId === id);
    if (subnet !== undefined) return subnet;
    throw new AwsError("InvalidSubnetID.NotFound", `Subnet ${id} was deleted or does not exist.`);
  };
  const picked = request.subnetIds.map(find);
  for (const subnet of picked) {
    if (subnet.VpcId !== request.vpcId) {
      throw invalidParameter(`Subnet ${subnet.SubnetId ?? ""} does not belong to VPC ${request.vpcId}`);
    }
  }
  const zones = [...(request.alongside ?? []).map(find), ...picked].map((subnet) => subnet.AvailabilityZone);
  if (new Set(zones).size < zones.length) {
    throw new AwsError("DuplicateSubnetsInSameZone", "Duplicate Subnets for same AZ");
  }
  return picked;
}

/** Throws InvalidParameterValue where IPv6 is asked for and a subnet has none. */
export function checkIpv6Support(support: DnsSupportValue | undefined, subnets: readonly Subnet[]): void {
  if (support !== "enable") return;
  const without = subnets.find((subnet) => (subnet.Ipv6CidrBlockAssociationSet ?? []).length === 0);
  if (without === undefined) return;
  throw invalidParameter(`Subnet ${without.SubnetId ?? ""} does not have an IPv6 CIDR block`);
}

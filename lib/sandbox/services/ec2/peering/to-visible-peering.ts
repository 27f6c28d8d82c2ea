import type { Vpc, VpcPeeringConnection, VpcPeeringConnectionVpcInfo } from "@aws-sdk/client-ec2";
import type { World } from "../../../world/world";

/** The VPC of a side, where it still exists. */
export function vpcOfSide(world: World, side: VpcPeeringConnectionVpcInfo | undefined): Vpc | undefined {
  return world.accounts[side?.OwnerId ?? ""]?.regions[side?.Region ?? ""]?.vpcs.find(
    (vpc) => vpc.VpcId === side?.VpcId,
  );
}

/** The blocks of a side's VPC, as they are now. */
export function cidrsOfSide(
  world: World,
  side: VpcPeeringConnectionVpcInfo | undefined,
): Pick<VpcPeeringConnectionVpcInfo, "CidrBlock" | "CidrBlockSet" | "Ipv6CidrBlockSet"> {
  const vpc = vpcOfSide(world, side);
  if (vpc === undefined) return {};
  return {
    CidrBlock: vpc.CidrBlock,
    CidrBlockSet: (vpc.CidrBlockAssociationSet ?? [])
      .filter((set) => set.CidrBlockState?.State === "associated")
      .map(({ CidrBlock }) => ({ CidrBlock })),
    Ipv6CidrBlockSet: (vpc.Ipv6CidrBlockAssociationSet ?? [])
      .filter((set) => set.Ipv6CidrBlockState?.State === "associated")
      .map(({ Ipv6CidrBlock }) => ({ Ipv6CidrBlock })),
  };
}

function toVisibleSide(
  world: World,
  side: VpcPeeringConnectionVpcInfo | undefined,
  isActive: boolean,
): VpcPeeringConnectionVpcInfo {
  const { OwnerId, VpcId, Region, PeeringOptions } = side ?? {};
  const place = { OwnerId, VpcId, Region };
  return isActive ? { ...place, ...cidrsOfSide(world, side), PeeringOptions } : place;
}

/** "CIDR block information is only returned when describing an active VPC peering connection" (EC2 API reference). */
export function toVisiblePeering(world: World, peering: VpcPeeringConnection): VpcPeeringConnection {
  const isActive = peering.Status?.Code === "active";
  return {
    ...peering,
    RequesterVpcInfo: toVisibleSide(world, peering.RequesterVpcInfo, isActive),
    AccepterVpcInfo: toVisibleSide(world, peering.AccepterVpcInfo, isActive),
  };
}

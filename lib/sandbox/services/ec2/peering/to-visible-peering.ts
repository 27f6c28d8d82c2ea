import type { Vpc, VpcPeeringConnection, VpcPeeringConnectionVpcInfo } from "@aws-sdk/client-ec2";
import type { HandlerContext } from "../../../handler";
import type { World } from "../../../world/world";

type Viewer = Pick<HandlerContext, "world" | "accountId">;

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
  const ipv6 = (vpc.Ipv6CidrBlockAssociationSet ?? []).filter(
    (set) => set.Ipv6CidrBlockState?.State === "associated",
  );
  return {
    CidrBlock: vpc.CidrBlock,
    CidrBlockSet: (vpc.CidrBlockAssociationSet ?? [])
      .filter((set) => set.CidrBlockState?.State === "associated")
      .map(({ CidrBlock }) => ({ CidrBlock })),
    ...(ipv6.length === 0 ? {} : { Ipv6CidrBlockSet: ipv6.map(({ Ipv6CidrBlock }) => ({ Ipv6CidrBlock })) }),
  };
}

/** A side as an account sees it: the options of another account's side are that account's. */
function toVisibleSide(
  { world, accountId }: Viewer,
  side: VpcPeeringConnectionVpcInfo | undefined,
  isActive: boolean,
): VpcPeeringConnectionVpcInfo {
  const { OwnerId, VpcId, Region, PeeringOptions } = side ?? {};
  const place = { OwnerId, VpcId, Region };
  if (!isActive) return place;
  const options = OwnerId === accountId ? { PeeringOptions } : {};
  return { ...place, ...cidrsOfSide(world, side), ...options };
}

/** "CIDR block information is only returned when describing an active VPC peering connection" (EC2 API reference). */
export function toVisiblePeering(viewer: Viewer, peering: VpcPeeringConnection): VpcPeeringConnection {
  const isActive = peering.Status?.Code === "active";
  return {
    ...peering,
    RequesterVpcInfo: toVisibleSide(viewer, peering.RequesterVpcInfo, isActive),
    AccepterVpcInfo: toVisibleSide(viewer, peering.AccepterVpcInfo, isActive),
  };
}

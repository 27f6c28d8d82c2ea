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

type Shown = "cidrs" | "options";

/**
 * What is shown of each side, by the connection's status: "CIDR block information is only returned when describing an active
 * connection" (EC2 API reference), but for the requester's, which aws-cli's examples have before (boto/boto3 issue 326).
 */
const SHOWN: Readonly<Record<string, { requester: readonly Shown[]; accepter: readonly Shown[] }>> = {
  "initiating-request": { requester: ["cidrs"], accepter: [] },
  "pending-acceptance": { requester: ["cidrs", "options"], accepter: [] },
  provisioning: { requester: ["cidrs"], accepter: ["cidrs"] },
  active: { requester: ["cidrs", "options"], accepter: ["cidrs", "options"] },
};
const NOTHING = { requester: [], accepter: [] };

/** A side as an account sees it: the options of another account's side are that account's. */
function toVisibleSide(
  { world, accountId }: Viewer,
  side: VpcPeeringConnectionVpcInfo | undefined,
  shown: readonly Shown[],
): VpcPeeringConnectionVpcInfo {
  const { OwnerId, VpcId, Region, PeeringOptions } = side ?? {};
  return {
    OwnerId,
    VpcId,
    Region,
    ...(shown.includes("cidrs") ? cidrsOfSide(world, side) : {}),
    ...(shown.includes("options") && OwnerId === accountId ? { PeeringOptions } : {}),
  };
}

/** A connection as an account sees it. */
export function toVisiblePeering(viewer: Viewer, peering: VpcPeeringConnection): VpcPeeringConnection {
  const { requester, accepter } = SHOWN[peering.Status?.Code ?? ""] ?? NOTHING;
  return {
    ...peering,
    RequesterVpcInfo: toVisibleSide(viewer, peering.RequesterVpcInfo, requester),
    AccepterVpcInfo: toVisibleSide(viewer, peering.AccepterVpcInfo, accepter),
  };
}

import type { Vpc, VpcPeeringConnection, VpcPeeringConnectionVpcInfo } from "@aws-sdk/client-ec2";
import type { World } from "../../../world/world";
import {
  enforcesAllEncryption,
  enforcesEncryption,
  unencrypted,
} from "../account/encryption-controls/refuse-unencrypted";
import { everyRegion } from "./peering-copies";

type Side = VpcPeeringConnectionVpcInfo | undefined;
type Sides = Pick<VpcPeeringConnection, "RequesterVpcInfo" | "AccepterVpcInfo">;

function findVpc(world: World, side: Side): Vpc | undefined {
  const place = everyRegion(world).find(
    (regionWorld) => regionWorld.accountId === side?.OwnerId && regionWorld.region === side.Region,
  );
  return place?.vpcs.find((vpc) => vpc.VpcId === side?.VpcId);
}

/**
 * Whether traffic over a connection is encrypted: "the two VPCs must reside in the same region and have encryption
 * controls turned on in enforce mode without any exclusions" (VPC user guide: Enforce VPC encryption in transit).
 */
export function isEncryptedPeering(world: World, sides: Sides): boolean {
  const { RequesterVpcInfo: requester, AccepterVpcInfo: accepter } = sides;
  return (
    requester?.Region === accepter?.Region &&
    [requester, accepter].every((side) => enforcesAllEncryption(findVpc(world, side)))
  );
}

/** Throws OperationNotPermitted where the VPC of this side takes no unencrypted connection. */
export function checkPeeringEncryption(world: World, sides: Sides, side: Side): void {
  if (!enforcesEncryption(findVpc(world, side), "VpcPeering") || isEncryptedPeering(world, sides)) return;
  throw unencrypted(side?.VpcId ?? "", "A peering connection that is not encrypted");
}

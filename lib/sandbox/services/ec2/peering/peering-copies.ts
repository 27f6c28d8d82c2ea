import type {
  VpcPeeringConnection,
  VpcPeeringConnectionStateReasonCode,
  VpcPeeringConnectionVpcInfo,
} from "@aws-sdk/client-ec2";
import type { RegionWorld, World } from "../../../world/world";
import { setRouteStates } from "../routes/set-route-states";

/** Every region of every account that was used. */
export function everyRegion(world: World): RegionWorld[] {
  return Object.values(world.accounts).flatMap((account) => Object.values(account.regions));
}

/** The copies of a connection: each side has one, of its own tags; one side only where both are in one place. */
export function copiesOf(
  world: World,
  id: string,
): { regionWorld: RegionWorld; peering: VpcPeeringConnection }[] {
  return everyRegion(world).flatMap((regionWorld) => {
    const peering = regionWorld.vpcPeeringConnections.find((item) => item.VpcPeeringConnectionId === id);
    return peering === undefined ? [] : [{ regionWorld, peering }];
  });
}

/** Puts a connection in a state, for both sides. Routes to it carry packets only while it is active. */
export function setPeeringState(
  world: World,
  id: string,
  { code, message }: { code: VpcPeeringConnectionStateReasonCode; message: string },
): void {
  for (const { peering } of copiesOf(world, id)) {
    peering.Status = { Code: code, Message: message };
    if (code !== "pending-acceptance") delete peering.ExpirationTime;
  }
  for (const regionWorld of everyRegion(world)) {
    const leads = (route: { VpcPeeringConnectionId?: string | undefined }) =>
      route.VpcPeeringConnectionId === id;
    setRouteStates(regionWorld, leads, code === "active" ? "active" : "blackhole");
  }
}

/** Whether a place is this side's of a connection. */
export function isPlaceOf(
  side: VpcPeeringConnectionVpcInfo | undefined,
  { accountId, region }: RegionWorld,
): boolean {
  return side?.OwnerId === accountId && side.Region === region;
}

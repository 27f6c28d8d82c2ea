import type { VpcPeeringConnection } from "@aws-sdk/client-ec2";
import { getRegionWorld } from "../../../world/find-account";
import { scheduleEvent, type SettleContext, type Settlers } from "../../../world/settle-world";
import type { RegionWorld, ScheduledEvent, World } from "../../../world/world";
import { cidrsOverlap, parseCidr } from "../requests/parse-cidr";
import { copiesOf, isPlaceOf, setPeeringState } from "./peering-copies";
import { cidrsOfSide, vpcOfSide } from "./to-visible-peering";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function blocksOf(world: World, side: VpcPeeringConnection["RequesterVpcInfo"]) {
  const { CidrBlockSet: v4 = [], Ipv6CidrBlockSet: v6 = [] } = cidrsOfSide(world, side);
  return [...v4.map((set) => set.CidrBlock), ...v6.map((set) => set.Ipv6CidrBlock)].flatMap(
    (text) => parseCidr(text ?? "") ?? [],
  );
}

/** The other VPC does not exist, or has addresses in common with the one that asks. */
function cannotBe(
  world: World,
  { RequesterVpcInfo: requester, AccepterVpcInfo: accepter }: VpcPeeringConnection,
) {
  if (vpcOfSide(world, accepter) === undefined) return true;
  const theirs = blocksOf(world, accepter);
  return blocksOf(world, requester).some((own) => theirs.some((other) => cidrsOverlap(own, other)));
}

/** How long a side still sees a connection that has ended: hours and days of the calendar (VPC Peering Guide: lifecycle). */
export function forgetLater(
  { world, now }: { world: World; now: number },
  id: string,
  hoursOf: (regionWorld: RegionWorld) => number,
): void {
  for (const { regionWorld } of copiesOf(world, id)) {
    scheduleEvent(world, {
      kind: "vpc-peering-forgotten",
      accountId: regionWorld.accountId,
      region: regionWorld.region,
      subject: id,
      dueAt: now + hoursOf(regionWorld) * HOUR_MS,
    });
  }
}

/** The two hours and the two days for which ended connections are shown. */
export const SHORT_HOURS = 2;
export const LONG_HOURS = (2 * DAY_MS) / HOUR_MS;

function arrive({ world, now }: SettleContext, { subject: id }: ScheduledEvent): void {
  const [copy] = copiesOf(world, id);
  const peering = copy?.peering;
  if (peering?.Status?.Code !== "initiating-request") return;
  if (cannotBe(world, peering)) {
    const message = "Failed due to incorrect VPC-ID, Account ID, or overlapping CIDR range";
    setPeeringState(world, id, { code: "failed", message });
    forgetLater({ world, now }, id, () => SHORT_HOURS);
    return;
  }
  const { OwnerId: ownerId = "", Region: region = "" } = peering.AccepterVpcInfo ?? {};
  const there = getRegionWorld(world, ownerId, region);
  if (!isPlaceOf(peering.RequesterVpcInfo, there)) {
    there.vpcPeeringConnections.push({ ...structuredClone(peering), Tags: [] });
  }
  setPeeringState(world, id, { code: "pending-acceptance", message: `Pending Acceptance by ${ownerId}` });
}

/** What happens to a peering connection by itself. */
export const peeringSettlers: Settlers = {
  "vpc-peering-arrived": arrive,
  "vpc-peering-active": ({ world }, { subject: id }) => {
    if (copiesOf(world, id)[0]?.peering.Status?.Code !== "provisioning") return;
    setPeeringState(world, id, { code: "active", message: "Active" });
  },
  "vpc-peering-expired": ({ world, now }, { subject: id }) => {
    if (copiesOf(world, id)[0]?.peering.Status?.Code !== "pending-acceptance") return;
    setPeeringState(world, id, { code: "expired", message: "Expired" });
    forgetLater({ world, now }, id, () => LONG_HOURS);
  },
  "vpc-peering-forgotten": ({ regionWorld }, { subject: id }) => {
    regionWorld.vpcPeeringConnections = regionWorld.vpcPeeringConnections.filter(
      (peering) => peering.VpcPeeringConnectionId !== id,
    );
  },
};

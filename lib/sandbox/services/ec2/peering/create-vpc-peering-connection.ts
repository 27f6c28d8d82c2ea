import type {
  CreateVpcPeeringConnectionCommandInput,
  CreateVpcPeeringConnectionCommandOutput,
  VpcPeeringConnection,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { REGION_NAMES } from "../../../world/region-names";
import { scheduleEvent } from "../../../world/settle-world";
import { pickByIds } from "../describe/pick-by-ids";
import { scheduleInRegion } from "../requests/schedule-in-region";
import { specifiedTags } from "../requests/specified-tags";
import { vpcCollection } from "../vpcs/describe-vpcs";
import { checkPeeringEncryption } from "./check-encryption";
import { cidrsOfSide, toVisiblePeering } from "./to-visible-peering";

/** AWS gives no figure: a moment. */
const ARRIVES_AFTER_MS = 2_000;
/** "You have 7 days to accept" (VPC Peering Guide: lifecycle): days of the calendar, which no `speed` shortens. */
const EXPIRES_AFTER_MS = 7 * 86_400_000;
/** "Outstanding VPC peering connection requests" (VPC user guide: Amazon VPC quotas). */
const OUTSTANDING = 25;
const LIVING = new Set(["initiating-request", "pending-acceptance", "provisioning", "active"]);

const NO_OPTIONS = {
  AllowDnsResolutionFromRemoteVpc: false,
  AllowEgressFromLocalClassicLinkToRemoteVpc: false,
  AllowEgressFromLocalVpcToRemoteClassicLink: false,
};

interface Sides {
  vpcId: string;
  peerVpcId: string;
  peerOwnerId: string;
  peerRegion: string;
}

function readSides(context: HandlerContext, input: CreateVpcPeeringConnectionCommandInput): Sides {
  const { regionWorld } = context;
  const { VpcId: vpcId = "", PeerVpcId: peerVpcId } = input;
  pickByIds(regionWorld.vpcs, [vpcId], vpcCollection);
  if (peerVpcId === undefined) {
    throw new AwsError("MissingParameter", "The request must contain the parameter peerVpcId");
  }
  const peerOwnerId = input.PeerOwnerId ?? context.accountId;
  const peerRegion = input.PeerRegion ?? context.region;
  if (!REGION_NAMES.includes(peerRegion)) {
    throw new AwsError("InvalidParameterValue", `Value (${peerRegion}) for parameter peerRegion is invalid.`);
  }
  if (peerOwnerId === context.accountId && peerRegion === context.region) {
    pickByIds(regionWorld.vpcs, [peerVpcId], vpcCollection);
  }
  return { vpcId, peerVpcId, peerOwnerId, peerRegion };
}

function checkRoom({ regionWorld }: HandlerContext, { vpcId, peerVpcId }: Sides): void {
  const living = regionWorld.vpcPeeringConnections.filter((peering) =>
    LIVING.has(peering.Status?.Code ?? ""),
  );
  const isThere = living.some(
    ({ RequesterVpcInfo: requester, AccepterVpcInfo: accepter }) =>
      [requester?.VpcId, accepter?.VpcId].toSorted().join() === [vpcId, peerVpcId].toSorted().join(),
  );
  if (isThere) {
    throw new AwsError(
      "VpcPeeringConnectionAlreadyExists",
      `A VPC peering connection between ${vpcId} and ${peerVpcId} already exists.`,
    );
  }
  const outstanding = living.filter((peering) => peering.Status?.Code === "pending-acceptance");
  if (outstanding.length >= OUTSTANDING) {
    throw new AwsError(
      "OutstandingVpcPeeringConnectionLimitExceeded",
      "The maximum number of outstanding VPC peering connection requests has been reached.",
    );
  }
}

/** Asks for a connection with a VPC of any account and region; the other side sees it once the request has arrived. */
export const createVpcPeeringConnection: Handler<
  CreateVpcPeeringConnectionCommandInput,
  Answer<CreateVpcPeeringConnectionCommandOutput>
> = (context, input) => {
  const { world, regionWorld, accountId, region, ids, clock } = context;
  const sides = readSides(context, input);
  const Tags = specifiedTags(input.TagSpecifications, "vpc-peering-connection");
  checkRoom(context, sides);
  const { vpcId, peerVpcId, peerOwnerId, peerRegion } = sides;
  const requester = { OwnerId: accountId, VpcId: vpcId, Region: region };
  const accepter = { OwnerId: peerOwnerId, VpcId: peerVpcId, Region: peerRegion };
  checkPeeringEncryption(world, { RequesterVpcInfo: requester, AccepterVpcInfo: accepter }, requester);
  const id = ids.id("pcx");
  const peering: VpcPeeringConnection = {
    VpcPeeringConnectionId: id,
    RequesterVpcInfo: { ...requester, PeeringOptions: { ...NO_OPTIONS } },
    AccepterVpcInfo: { ...accepter, PeeringOptions: { ...NO_OPTIONS } },
    Status: { Code: "initiating-request", Message: `Initiating Request to ${peerOwnerId}` },
    ExpirationTime: new Date(clock.now() + EXPIRES_AFTER_MS),
    Tags,
  };
  regionWorld.vpcPeeringConnections.push(peering);
  scheduleInRegion(context, { kind: "vpc-peering-arrived", subject: id, afterMs: ARRIVES_AFTER_MS });
  scheduleEvent(world, {
    kind: "vpc-peering-expired",
    accountId,
    region,
    subject: id,
    dueAt: clock.now() + EXPIRES_AFTER_MS,
  });
  const visible = toVisiblePeering(context, peering);
  const own = cidrsOfSide(world, peering.RequesterVpcInfo);
  return { VpcPeeringConnection: { ...visible, RequesterVpcInfo: { ...visible.RequesterVpcInfo, ...own } } };
};

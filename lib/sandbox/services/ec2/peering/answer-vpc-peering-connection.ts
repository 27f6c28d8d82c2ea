import type {
  AcceptVpcPeeringConnectionCommandInput,
  AcceptVpcPeeringConnectionCommandOutput,
  DeleteVpcPeeringConnectionCommandInput,
  DeleteVpcPeeringConnectionCommandOutput,
  RejectVpcPeeringConnectionCommandInput,
  RejectVpcPeeringConnectionCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { scheduleInRegion } from "../requests/schedule-in-region";
import { checkPeeringEncryption } from "./check-encryption";
import { checkPeeringState, checkSide, getPeering } from "./get-peering";
import { isPlaceOf, setPeeringState } from "./peering-copies";
import { forgetLater, LONG_HOURS, SHORT_HOURS } from "./peering-settlers";
import { toVisiblePeering } from "./to-visible-peering";

/** AWS gives no figure: a moment. */
const PROVISIONING_MS = 2_000;
/** "Active VPC peering connections per VPC" (VPC user guide: Amazon VPC quotas). */
const ACTIVE_PER_VPC = 50;

function checkActive({ regionWorld }: HandlerContext, vpcId: string | undefined): void {
  const active = regionWorld.vpcPeeringConnections.filter(
    ({ Status: status, RequesterVpcInfo: requester, AccepterVpcInfo: accepter }) =>
      status?.Code === "active" && [requester?.VpcId, accepter?.VpcId].includes(vpcId),
  );
  if (active.length < ACTIVE_PER_VPC) return;
  throw new AwsError(
    "ActiveVpcPeeringConnectionPerVpcLimitExceeded",
    "The maximum number of active VPC peering connections for this VPC has been reached.",
  );
}

export const acceptVpcPeeringConnection: Handler<
  AcceptVpcPeeringConnectionCommandInput,
  Answer<AcceptVpcPeeringConnectionCommandOutput>
> = (context, input) => {
  const { world, regionWorld } = context;
  const id = input.VpcPeeringConnectionId ?? "";
  const peering = getPeering(regionWorld, id);
  checkSide(regionWorld, peering, { side: peering.AccepterVpcInfo, verb: "accept" });
  checkPeeringState(peering, ["pending-acceptance"]);
  checkActive(context, peering.AccepterVpcInfo?.VpcId);
  checkPeeringEncryption(world, peering, peering.AccepterVpcInfo);
  setPeeringState(world, id, { code: "provisioning", message: "Provisioning" });
  scheduleInRegion(context, { kind: "vpc-peering-active", subject: id, afterMs: PROVISIONING_MS });
  return { VpcPeeringConnection: toVisiblePeering(context, peering) };
};

/** "Visible to the owner of the requester VPC for 2 days, and […] of the accepter VPC for 2 hours" (VPC Peering Guide). */
export const rejectVpcPeeringConnection: Handler<
  RejectVpcPeeringConnectionCommandInput,
  Answer<RejectVpcPeeringConnectionCommandOutput>
> = ({ world, regionWorld, accountId, clock }, input) => {
  const id = input.VpcPeeringConnectionId ?? "";
  const peering = getPeering(regionWorld, id);
  checkSide(regionWorld, peering, { side: peering.AccepterVpcInfo, verb: "reject" });
  checkPeeringState(peering, ["pending-acceptance"]);
  setPeeringState(world, id, { code: "rejected", message: `Rejected by ${accountId}` });
  forgetLater({ world, now: clock.now() }, id, (side) =>
    isPlaceOf(peering.RequesterVpcInfo, side) ? LONG_HOURS : SHORT_HOURS,
  );
  return { Return: true };
};

/** Both sides may end what is active, the one that asked also what is not accepted yet (EC2 API reference). */
export const deleteVpcPeeringConnection: Handler<
  DeleteVpcPeeringConnectionCommandInput,
  Answer<DeleteVpcPeeringConnectionCommandOutput>
> = ({ world, regionWorld, accountId, clock }, input) => {
  const id = input.VpcPeeringConnectionId ?? "";
  const peering = getPeering(regionWorld, id);
  const isRequester = isPlaceOf(peering.RequesterVpcInfo, regionWorld);
  checkPeeringState(peering, isRequester ? ["active", "pending-acceptance"] : ["active"]);
  setPeeringState(world, id, { code: "deleted", message: `Deleted by ${accountId}` });
  const isOneAccount = peering.RequesterVpcInfo?.OwnerId === peering.AccepterVpcInfo?.OwnerId;
  forgetLater({ world, now: clock.now() }, id, (side) =>
    side === regionWorld || isOneAccount ? SHORT_HOURS : LONG_HOURS,
  );
  return { Return: true };
};

import type { DeleteNatGatewayCommandInput, DeleteNatGatewayCommandOutput } from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { getKnown } from "../requests/get-known";
import { scheduleInRegion } from "../requests/schedule-in-region";
import { setRoutesTo } from "../routes/set-routes-to";
import { natGatewayCollection } from "./describe-nat-gateways";

/** About a minute, as terraform-provider-aws's issues log it. */
const DELETING_MS = 60_000;

/** Begins to delete a gateway; routes to it drop what they match from now on. */
export const deleteNatGateway: Handler<
  DeleteNatGatewayCommandInput,
  Answer<DeleteNatGatewayCommandOutput>
> = (context, input) => {
  const { natGateways } = context.regionWorld;
  const gateway = getKnown(natGateways, natGatewayCollection, input.NatGatewayId, "natGatewayId");
  const subject = gateway.NatGatewayId ?? "";
  if (gateway.State !== "deleting" && gateway.State !== "deleted") {
    gateway.State = "deleting";
    setRoutesTo(context.regionWorld, subject, "blackhole");
    gateway.DeleteTime = new Date(context.clock.now());
    scheduleInRegion(context, { kind: "nat-gateway-deleted", subject, afterMs: DELETING_MS });
  }
  return { NatGatewayId: subject };
};

import type {
  DisassociateNatGatewayAddressCommandInput,
  DisassociateNatGatewayAddressCommandOutput,
  NatGateway,
  NatGatewayAddress,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { missingParameter } from "../requests/get-known";
import { scheduleInRegion } from "../requests/schedule-in-region";
import { getUsableGateway } from "./get-usable-gateway";

/** "The maximum amount of time to wait … before forcibly releasing the IP addresses": 350 s unless asked otherwise. */
const DRAIN_SECONDS = 350;
const DRAIN_BOUNDS = { min: 1, max: 4000 };

function readDrainMs(seconds: number | undefined): number {
  const wanted = seconds ?? DRAIN_SECONDS;
  if (wanted >= DRAIN_BOUNDS.min && wanted <= DRAIN_BOUNDS.max) return wanted * 1000;
  throw new AwsError(
    "InvalidParameterValue",
    `Value (${String(wanted)}) for parameter maxDrainDurationSeconds is invalid. Expecting a value from 1 to 4000.`,
  );
}

/** Lets secondary addresses of a gateway go when their connections have ended. */
export function drainAddresses(
  context: HandlerContext,
  gateway: NatGateway,
  drain: { items: NatGatewayAddress[]; maxDrainSeconds: number | undefined },
): void {
  const afterMs = readDrainMs(drain.maxDrainSeconds);
  for (const item of drain.items) {
    item.Status = item.AllocationId === undefined ? "unassigning" : "disassociating";
    scheduleInRegion(context, {
      kind: "nat-address-gone",
      subject: gateway.NatGatewayId ?? "",
      data: { privateIp: item.PrivateIp ?? "" },
      afterMs,
    });
  }
}

function findSecondary(gateway: NatGateway, associationId: string): NatGatewayAddress {
  const item = gateway.NatGatewayAddresses?.find((candidate) => candidate.AssociationId === associationId);
  if (item === undefined) {
    throw new AwsError(
      "InvalidAssociationID.NotFound",
      `The association ID '${associationId}' does not exist`,
    );
  }
  if (item.IsPrimary === true) {
    throw new AwsError(
      "InvalidParameterValue",
      "The primary address of a NAT gateway cannot be disassociated.",
    );
  }
  return item;
}

/** Takes secondary addresses from a public gateway. */
export const disassociateNatGatewayAddress: Handler<
  DisassociateNatGatewayAddressCommandInput,
  Answer<DisassociateNatGatewayAddressCommandOutput>
> = (context, input) => {
  const { gateway } = getUsableGateway(context.regionWorld, input.NatGatewayId, "public");
  const ids = input.AssociationIds ?? [];
  if (ids.length === 0) throw missingParameter("AssociationId");
  const items = ids.map((id) => findSecondary(gateway, id));
  drainAddresses(context, gateway, { items, maxDrainSeconds: input.MaxDrainDurationSeconds });
  return { NatGatewayId: gateway.NatGatewayId, NatGatewayAddresses: structuredClone(items) };
};

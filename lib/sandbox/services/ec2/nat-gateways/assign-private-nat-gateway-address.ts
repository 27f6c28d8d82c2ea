import type {
  AssignPrivateNatGatewayAddressCommandInput,
  AssignPrivateNatGatewayAddressCommandOutput,
  UnassignPrivateNatGatewayAddressCommandInput,
  UnassignPrivateNatGatewayAddressCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { missingParameter } from "../requests/get-known";
import { scheduleInRegion } from "../requests/schedule-in-region";
import { ASSOCIATING_MS } from "./associate-nat-gateway-address";
import { drainAddresses } from "./disassociate-nat-gateway-address";
import { getUsableGateway } from "./get-usable-gateway";
import { addPrivateAddresses } from "./nat-interface";
import { checkPrivateAddress, MAX_SECONDARY_ADDRESSES } from "./read-zonal-request";

/** Gives a private gateway further private addresses. */
export const assignPrivateNatGatewayAddress: Handler<
  AssignPrivateNatGatewayAddressCommandInput,
  Answer<AssignPrivateNatGatewayAddressCommandOutput>
> = (context, input) => {
  const { regionWorld } = context;
  const { gateway, eni, subnet } = getUsableGateway(regionWorld, input.NatGatewayId, "private");
  const { PrivateIpAddresses: addresses = [], PrivateIpAddressCount: asked } = input;
  const count = asked ?? addresses.length;
  if (count === 0) throw missingParameter("PrivateIpAddressCount");
  for (const address of addresses) checkPrivateAddress(regionWorld, subnet, address);
  if ((eni.PrivateIpAddresses?.length ?? 1) - 1 + count > MAX_SECONDARY_ADDRESSES) {
    throw new AwsError(
      "InvalidParameterValue",
      `A NAT gateway can have up to ${String(MAX_SECONDARY_ADDRESSES)} secondary private IPv4 addresses.`,
    );
  }
  const added = addPrivateAddresses(regionWorld, eni, { addresses, count }).map((privateIp) => ({
    IsPrimary: false,
    NetworkInterfaceId: eni.NetworkInterfaceId,
    PrivateIp: privateIp,
    Status: "assigning" as const,
  }));
  gateway.NatGatewayAddresses = [...(gateway.NatGatewayAddresses ?? []), ...added];
  const subject = gateway.NatGatewayId ?? "";
  scheduleInRegion(context, { kind: "nat-address-ready", subject, afterMs: ASSOCIATING_MS });
  return { NatGatewayId: subject, NatGatewayAddresses: structuredClone(added) };
};

/** Takes secondary addresses from a private gateway. */
export const unassignPrivateNatGatewayAddress: Handler<
  UnassignPrivateNatGatewayAddressCommandInput,
  Answer<UnassignPrivateNatGatewayAddressCommandOutput>
> = (context, input) => {
  const { gateway } = getUsableGateway(context.regionWorld, input.NatGatewayId, "private");
  const asked = input.PrivateIpAddresses ?? [];
  if (asked.length === 0) throw missingParameter("PrivateIpAddress");
  const items = asked.map((address) => {
    const item = gateway.NatGatewayAddresses?.find((candidate) => candidate.PrivateIp === address);
    if (item !== undefined && item.IsPrimary !== true) return item;
    throw new AwsError(
      "InvalidParameterValue",
      `Address ${address} is no secondary address of ${gateway.NatGatewayId ?? ""}.`,
    );
  });
  drainAddresses(context, gateway, { items, maxDrainSeconds: input.MaxDrainDurationSeconds });
  return { NatGatewayId: gateway.NatGatewayId, NatGatewayAddresses: structuredClone(items) };
};

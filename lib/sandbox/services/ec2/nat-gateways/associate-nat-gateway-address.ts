import type {
  AssociateNatGatewayAddressCommandInput,
  AssociateNatGatewayAddressCommandOutput,
  NatGatewayAddress,
  NetworkInterface,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { allocationIds } from "../addresses/address-ids";
import { bindAddress } from "../addresses/bind-address";
import { getKnown, missingParameter } from "../requests/get-known";
import { scheduleInRegion } from "../requests/schedule-in-region";
import { getUsableGateway } from "./get-usable-gateway";
import { addPrivateAddresses } from "./nat-interface";
import { checkPrivateAddress, MAX_ELASTIC_ADDRESSES } from "./read-zonal-request";

/** AWS gives no figure: seconds. */
export const ASSOCIATING_MS = 10_000;

function checkAllocations({ regionWorld }: HandlerContext, asked: readonly string[], present: number): void {
  if (asked.length === 0) throw missingParameter("AllocationId");
  for (const id of asked) {
    const address = getKnown(regionWorld.addresses, allocationIds, id, "allocationId");
    if (address.AssociationId !== undefined) {
      throw new AwsError(
        "Resource.AlreadyAssociated",
        `resource ${id} is already associated with associate-id ${address.AssociationId}`,
      );
    }
  }
  if (asked.length + present > MAX_ELASTIC_ADDRESSES) {
    throw new AwsError(
      "AddressLimitExceeded",
      `A public NAT gateway can have up to ${String(MAX_ELASTIC_ADDRESSES)} Elastic IP addresses.`,
    );
  }
}

function toAddresses(
  context: HandlerContext,
  eni: NetworkInterface,
  pairs: { privateIps: readonly string[]; allocationIds: readonly string[] },
): NatGatewayAddress[] {
  return pairs.privateIps.map((privateIp, index) => {
    const id = pairs.allocationIds[index];
    const address = getKnown(context.regionWorld.addresses, allocationIds, id, "allocationId");
    return {
      AllocationId: id,
      AssociationId: bindAddress(context, address, eni, privateIp),
      IsPrimary: false,
      NetworkInterfaceId: eni.NetworkInterfaceId,
      PrivateIp: privateIp,
      PublicIp: address.PublicIp,
      Status: "associating" as const,
    };
  });
}

/** Gives a public zonal gateway further addresses, each on a private address of its own. */
export const associateNatGatewayAddress: Handler<
  AssociateNatGatewayAddressCommandInput,
  Answer<AssociateNatGatewayAddressCommandOutput>
> = (context, input) => {
  const { regionWorld } = context;
  const { gateway, eni, subnet } = getUsableGateway(regionWorld, input.NatGatewayId, "public");
  const { AllocationIds: asked = [], PrivateIpAddresses: addresses = [] } = input;
  checkAllocations(context, asked, gateway.NatGatewayAddresses?.length ?? 0);
  for (const address of addresses) checkPrivateAddress(regionWorld, subnet, address);
  const privateIps = addPrivateAddresses(regionWorld, eni, { addresses, count: asked.length });
  if (privateIps.length < asked.length) {
    eni.PrivateIpAddresses = eni.PrivateIpAddresses?.filter(
      (item) => !privateIps.includes(item.PrivateIpAddress ?? ""),
    );
    throw new AwsError(
      "InsufficientFreeAddressesInSubnet",
      `There are not enough free addresses in subnet '${subnet.SubnetId ?? ""}' to satisfy the request.`,
    );
  }
  const added = toAddresses(context, eni, { privateIps, allocationIds: asked });
  gateway.NatGatewayAddresses = [...(gateway.NatGatewayAddresses ?? []), ...added];
  const subject = gateway.NatGatewayId ?? "";
  scheduleInRegion(context, { kind: "nat-address-ready", subject, afterMs: ASSOCIATING_MS });
  return { NatGatewayId: subject, NatGatewayAddresses: structuredClone(added) };
};

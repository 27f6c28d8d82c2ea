import type { Address, NatGateway, NatGatewayAddress } from "@aws-sdk/client-ec2";
import type { SettleContext } from "../../../world/settle-world";
import { bindAddress } from "../addresses/bind-address";
import { makeAddress } from "../addresses/make-address";
import { findAttachedGateway } from "../gateways/find-attached-gateway";
import { makeRouteTable } from "../routes/make-route-table";
import { findNatInterface } from "./nat-interface";

/** Why a gateway could not be made, in the words of the SDK's `NatGateway.FailureMessage`. */
export interface NatFailure {
  code: string;
  message: string;
}

/** What stands against a gateway's completion. */
export function findNatFailure({ regionWorld }: SettleContext, gateway: NatGateway): NatFailure | undefined {
  const { VpcId: vpcId = "", NatGatewayId: id } = gateway;
  if (gateway.AvailabilityMode !== "regional" && findNatInterface(regionWorld, id) === undefined) {
    return {
      code: "InsufficientFreeAddressesInSubnet",
      message: "Subnet has insufficient free addresses to create this NAT gateway",
    };
  }
  if (gateway.ConnectivityType === "private") return undefined;
  if (findAttachedGateway(regionWorld, vpcId) === undefined) {
    return { code: "Gateway.NotAttached", message: `Network ${vpcId} has no Internet gateway attached` };
  }
  for (const { AllocationId: allocationId = "" } of gateway.NatGatewayAddresses ?? []) {
    const address = regionWorld.addresses.find((candidate) => candidate.AllocationId === allocationId);
    if (address === undefined) {
      const message = `Elastic IP address ${allocationId} could not be associated with this NAT gateway`;
      return { code: "InvalidAllocationID.NotFound", message };
    }
    if (address.AssociationId !== undefined) {
      const message = `Elastic IP address [${allocationId}] is already associated`;
      return { code: "Resource.AlreadyAssociated", message };
    }
  }
  return undefined;
}

function finishZonal(context: SettleContext, gateway: NatGateway): void {
  const { regionWorld } = context;
  const eni = findNatInterface(regionWorld, gateway.NatGatewayId);
  if (eni === undefined) return;
  const asked = gateway.NatGatewayAddresses ?? [];
  gateway.NatGatewayAddresses = (eni.PrivateIpAddresses ?? []).map((item, index) => {
    const { AllocationId: allocationId } = asked[index] ?? {};
    const address = regionWorld.addresses.find(
      (candidate) => allocationId !== undefined && candidate.AllocationId === allocationId,
    );
    return {
      IsPrimary: index === 0,
      NetworkInterfaceId: eni.NetworkInterfaceId,
      PrivateIp: item.PrivateIpAddress,
      Status: "succeeded" as const,
      ...(address === undefined
        ? {}
        : bound(address, bindAddress(context, address, eni, item.PrivateIpAddress))),
    };
  });
}

function bound(address: Address, associationId: string): NatGatewayAddress {
  return { AllocationId: address.AllocationId, PublicIp: address.PublicIp, AssociationId: associationId };
}

/** Addresses of Amazon's in each zone that the VPC has a subnet in: what automatic mode comes to within the hour. */
function provideAddresses(context: SettleContext, gateway: NatGateway): NatGatewayAddress[] {
  const { regionWorld } = context;
  const used = new Set(
    regionWorld.subnets
      .filter((subnet) => subnet.VpcId === gateway.VpcId)
      .map((subnet) => subnet.AvailabilityZone),
  );
  return regionWorld.availabilityZones
    .filter((zone) => used.has(zone.ZoneName))
    .map((zone) => ({
      AllocationId: makeAddress(context, { tags: [], serviceManaged: "rnat" }).AllocationId,
      AvailabilityZone: zone.ZoneName,
      AvailabilityZoneId: zone.ZoneId,
    }));
}

function finishRegional(context: SettleContext, gateway: NatGateway): void {
  const { regionWorld, ids } = context;
  const given = gateway.NatGatewayAddresses ?? [];
  const asked = given.length > 0 ? given : provideAddresses(context, gateway);
  gateway.NatGatewayAddresses = asked.map((item) => {
    const address = regionWorld.addresses.find((candidate) => candidate.AllocationId === item.AllocationId);
    const associationId = ids.id("eipassoc");
    if (address !== undefined) address.AssociationId = associationId;
    return {
      ...item,
      AssociationId: associationId,
      PublicIp: address?.PublicIp,
      Status: "succeeded" as const,
    };
  });
  const vpc = regionWorld.vpcs.find((candidate) => candidate.VpcId === gateway.VpcId);
  if (vpc === undefined) return;
  const table = makeRouteTable(context, vpc, { tags: [] });
  table.Routes?.push({
    DestinationCidrBlock: "0.0.0.0/0",
    GatewayId: findAttachedGateway(regionWorld, vpc.VpcId)?.InternetGatewayId,
    Origin: "CreateRoute",
    State: "active",
  });
  table.Associations = [
    {
      Main: false,
      GatewayId: gateway.NatGatewayId,
      RouteTableAssociationId: ids.id("rtbassoc"),
      RouteTableId: table.RouteTableId,
      AssociationState: { State: "associated" },
    },
  ];
  gateway.RouteTableId = table.RouteTableId;
}

/** Completes a gateway that nothing stands against. */
export function finishNatGateway(context: SettleContext, gateway: NatGateway): void {
  if (gateway.AvailabilityMode === "regional") finishRegional(context, gateway);
  else finishZonal(context, gateway);
  gateway.State = "available";
}

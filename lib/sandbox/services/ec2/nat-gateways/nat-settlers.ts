import type { NatGateway } from "@aws-sdk/client-ec2";
import type { SettleContext, Settlers } from "../../../world/settle-world";
import type { ScheduledEvent } from "../../../world/world";
import { unbindAddress } from "../addresses/bind-address";
import { scheduleInRegion } from "../requests/schedule-in-region";
import { setRoutesTo } from "../routes/set-routes-to";
import { finishNatGateway, findNatFailure } from "./finish-nat-gateway";
import { removeNatInterface } from "./nat-interface";

/** "A deleted NAT gateway entry appears for about an hour" (VPC user guide: NAT gateways). */
const REMEMBERED_MS = 3_600_000;

function findGateway({ regionWorld }: SettleContext, event: ScheduledEvent): NatGateway | undefined {
  return regionWorld.natGateways.find((gateway) => gateway.NatGatewayId === event.subject);
}

function forgetLater(context: SettleContext, subject: string): void {
  scheduleInRegion(context, { kind: "nat-gateway-forgotten", subject, afterMs: REMEMBERED_MS });
}

/** Gives back what a gateway held: its addresses, interface and route table. */
function release(context: SettleContext, gateway: NatGateway): void {
  const { regionWorld } = context;
  const associations = new Set(
    (gateway.NatGatewayAddresses ?? []).flatMap((item) => item.AssociationId ?? []),
  );
  for (const address of regionWorld.addresses) {
    if (associations.has(address.AssociationId ?? "")) unbindAddress(context, address);
  }
  const managed = new Set(gateway.NatGatewayAddresses?.map((item) => item.AllocationId));
  regionWorld.addresses = regionWorld.addresses.filter(
    (address) => address.ServiceManaged !== "rnat" || !managed.has(address.AllocationId),
  );
  removeNatInterface(regionWorld, gateway.NatGatewayId ?? "");
  if (gateway.RouteTableId === undefined) return;
  regionWorld.routeTables = regionWorld.routeTables.filter(
    (table) => table.RouteTableId !== gateway.RouteTableId,
  );
}

/** What happens to a NAT gateway by itself. The event's subject is its id. */
export const natSettlers: Settlers = {
  "nat-gateway-made": (context, event) => {
    const gateway = findGateway(context, event);
    if (gateway?.State !== "pending") return;
    const failure = findNatFailure(context, gateway);
    if (failure === undefined) {
      finishNatGateway(context, gateway);
      return;
    }
    gateway.State = "failed";
    gateway.FailureCode = failure.code;
    gateway.FailureMessage = failure.message;
    gateway.DeleteTime = new Date(context.now);
    for (const item of gateway.NatGatewayAddresses ?? []) item.Status = "failed";
    removeNatInterface(context.regionWorld, event.subject);
    setRoutesTo(context.regionWorld, event.subject, "blackhole");
    forgetLater(context, event.subject);
  },
  "nat-gateway-deleted": (context, event) => {
    const gateway = findGateway(context, event);
    if (gateway?.State !== "deleting") return;
    release(context, gateway);
    gateway.State = "deleted";
    forgetLater(context, event.subject);
  },
  "nat-gateway-forgotten": ({ regionWorld }, event) => {
    regionWorld.natGateways = regionWorld.natGateways.filter(
      (gateway) => gateway.NatGatewayId !== event.subject,
    );
  },
  "nat-address-ready": (context, event) => {
    for (const item of findGateway(context, event)?.NatGatewayAddresses ?? []) {
      if (item.Status === "associating" || item.Status === "assigning") item.Status = "succeeded";
    }
  },
  "nat-address-gone": (context, event) => {
    const gateway = findGateway(context, event);
    const ip = event.data?.["privateIp"];
    const item = gateway?.NatGatewayAddresses?.find((candidate) => candidate.PrivateIp === ip);
    if (gateway === undefined || item === undefined) return;
    const { networkInterfaces, addresses } = context.regionWorld;
    const address = addresses.find(
      (candidate) => item.AssociationId !== undefined && candidate.AssociationId === item.AssociationId,
    );
    if (address !== undefined) unbindAddress(context, address);
    gateway.NatGatewayAddresses = gateway.NatGatewayAddresses?.filter((candidate) => candidate !== item);
    const eni = networkInterfaces.find(
      (candidate) => candidate.NetworkInterfaceId === item.NetworkInterfaceId,
    );
    if (eni !== undefined) {
      eni.PrivateIpAddresses = eni.PrivateIpAddresses?.filter((one) => one.PrivateIpAddress !== ip);
    }
  },
};

import type { NetworkInterface } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";
import { unbindAddress } from "../addresses/bind-address";
import { setRouteStates } from "../routes/set-route-states";

/** Whether a route leads to an interface. */
function leadsTo(networkInterfaceId: string | undefined) {
  return (route: { NetworkInterfaceId?: string | undefined }): boolean =>
    route.NetworkInterfaceId !== undefined && route.NetworkInterfaceId === networkInterfaceId;
}

/** Routes to an interface carry packets only while it is attached. */
export function settleRoutesTo(regionWorld: RegionWorld, { NetworkInterfaceId: id }: NetworkInterface): void {
  const isAttached = regionWorld.networkInterfaces.some(
    (eni) => eni.NetworkInterfaceId === id && eni.Status === "in-use",
  );
  setRouteStates(regionWorld, leadsTo(id), isAttached ? "active" : "blackhole");
}

/** Takes an interface out of the world: its address is free, its Elastic IP addresses too, its routes lead nowhere. */
export function removeInterface(regionWorld: RegionWorld, networkInterface: NetworkInterface): void {
  regionWorld.networkInterfaces = regionWorld.networkInterfaces.filter((eni) => eni !== networkInterface);
  settleRoutesTo(regionWorld, networkInterface);
  for (const address of regionWorld.addresses) {
    if (address.NetworkInterfaceId === networkInterface.NetworkInterfaceId) {
      unbindAddress({ regionWorld }, address);
    }
  }
}

import type { VpnConnection } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";

/** Whether one of the tunnels is up. */
function isUp(connection: VpnConnection): boolean {
  return (connection.VgwTelemetry ?? []).some((tunnel) => tunnel.Status === "UP");
}

/**
 * The networks behind a VPN connection, as its gateway knows them: the static routes, or what the device announces by
 * BGP. None while both tunnels are down ("Route tables and VPN route priority" of the VPN user guide).
 */
export function announcedBy({ transit }: RegionWorld, vpnConnectionId: string): string[] {
  const connection = transit.vpnConnections.find(
    (candidate) => candidate.VpnConnectionId === vpnConnectionId && candidate.State === "available",
  );
  if (connection === undefined || !isUp(connection)) return [];
  if (connection.Options?.StaticRoutesOnly !== true) return transit.announcedCidrs[vpnConnectionId] ?? [];
  return (connection.Routes ?? [])
    .filter((route) => route.State === "available")
    .flatMap((route) => route.DestinationCidrBlock ?? []);
}

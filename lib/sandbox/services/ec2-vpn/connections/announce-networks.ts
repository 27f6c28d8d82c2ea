import type { TelemetryStatus, VpnConnection } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";
import { refreshVpcRoutes } from "../../ec2-transit/routes/refresh-vpc-routes";

/**
 * What the device at a connection's other end does: it keeps these tunnels up and announces these networks by BGP (as
 * before without any). Throws RangeError for a connection that does not exist.
 */
export function announceNetworks(
  regionWorld: RegionWorld,
  device: {
    vpnConnectionId: string;
    tunnels: readonly TelemetryStatus[];
    announcedCidrs?: readonly string[] | undefined;
  },
  now: number,
): VpnConnection {
  const { transit } = regionWorld;
  const id = device.vpnConnectionId;
  const connection = transit.vpnConnections.find((other) => other.VpnConnectionId === id);
  if (connection === undefined) throw new RangeError(`There is no VPN connection ${id}.`);
  if (device.announcedCidrs !== undefined) transit.announcedCidrs[id] = [...device.announcedCidrs];
  const isStatic = connection.Options?.StaticRoutesOnly === true;
  const routeCount = transit.announcedCidrs[id]?.length ?? 0;
  connection.VgwTelemetry = (connection.VgwTelemetry ?? []).map((tunnel, index) => {
    const Status = device.tunnels[index] ?? "DOWN";
    const isUp = Status === "UP";
    const bgp = `${String(routeCount)} BGP ROUTES`;
    return {
      ...tunnel,
      Status,
      StatusMessage: isUp ? (isStatic ? "" : bgp) : "IPSEC IS DOWN",
      AcceptedRouteCount: isUp ? (isStatic ? (connection.Routes ?? []).length : routeCount) : 0,
      LastStatusChange: tunnel.Status === Status ? tunnel.LastStatusChange : new Date(now),
    };
  });
  refreshVpcRoutes(regionWorld);
  return connection;
}

import { createHash } from "node:crypto";
import type { VgwTelemetry, VpnConnectionOptionsSpecification, TunnelOption } from "@aws-sdk/client-ec2";
import { parseCidr } from "../../ec2/requests/parse-cidr";
import { invalidParameter } from "../../ec2-transit/lookup/transit-errors";

type AskedTunnel = NonNullable<VpnConnectionOptionsSpecification["TunnelOptions"]>[number];

/** Blocks that AWS keeps for itself ("TunnelInsideCidr" of VpnTunnelOptionsSpecification). */
const RESERVED = [0, 1, 2, 3, 4, 5]
  .map((third) => `169.254.${String(third)}.0/30`)
  .concat("169.254.169.252/30");

/** Throws InvalidParameterValue for tunnels that AWS would not make. */
export function checkTunnels(asked: readonly AskedTunnel[]): void {
  if (asked.length > 2) throw invalidParameter("A VPN connection has two tunnels.");
  for (const { TunnelInsideCidr: inside, PreSharedKey: key } of asked) {
    const cidr = inside === undefined ? undefined : parseCidr(inside);
    const isValid = cidr?.prefixLength === 30 && cidr.canonical.startsWith("169.254.");
    if (inside !== undefined && (!isValid || RESERVED.includes(inside))) {
      throw invalidParameter(`Value (${inside}) for parameter TunnelInsideCidr is invalid.`);
    }
    if (key !== undefined && !/^(?!0)[A-Za-z0-9._]{8,64}$/.test(key)) {
      throw invalidParameter("Value for parameter PreSharedKey is invalid.");
    }
  }
}

/** A connection's two tunnels, addresses and keys following from its id. */
export function makeTunnels(vpnConnectionId: string, asked: readonly AskedTunnel[]): TunnelOption[] {
  return [0, 1].map((index) => {
    const digest = createHash("sha256")
      .update(`${vpnConnectionId}/${String(index)}`)
      .digest();
    const [second = 0, third = 0, fourth = 0, inside = 0] = digest;
    const own = asked[index];
    return {
      OutsideIpAddress: `52.${String(second)}.${String(third)}.${String(1 + (fourth % 254))}`,
      TunnelInsideCidr:
        own?.TunnelInsideCidr ?? `169.254.${String(6 + (inside % 150))}.${String(index * 4)}/30`,
      PreSharedKey: own?.PreSharedKey ?? `K${digest.toString("hex").slice(0, 31)}`,
      ...(own?.StartupAction === undefined ? {} : { StartupAction: own.StartupAction }),
    };
  });
}

/** What the tunnels report before a device ever called. */
export function makeTelemetry(tunnels: readonly TunnelOption[], now: number): VgwTelemetry[] {
  return tunnels.map(({ OutsideIpAddress }) => ({
    OutsideIpAddress,
    Status: "DOWN",
    StatusMessage: "IPSEC IS DOWN",
    AcceptedRouteCount: 0,
    LastStatusChange: new Date(now),
  }));
}

/** The configuration to load into the device: what of AWS's document names the ends and the keys. */
export function describeConfiguration(
  ids: { vpnConnectionId: string; customerGatewayId: string; gatewayId: string | undefined; address: string },
  tunnels: readonly TunnelOption[],
): string {
  const sections = tunnels.map(
    (tunnel) =>
      `<ipsec_tunnel><customer_gateway><tunnel_outside_address><ip_address>${ids.address}</ip_address></tunnel_outside_address></customer_gateway>` +
      `<vpn_gateway><tunnel_outside_address><ip_address>${tunnel.OutsideIpAddress ?? ""}</ip_address></tunnel_outside_address></vpn_gateway>` +
      `<ike><pre_shared_key>${tunnel.PreSharedKey ?? ""}</pre_shared_key></ike></ipsec_tunnel>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8"?><vpn_connection id="${ids.vpnConnectionId}">` +
    `<customer_gateway_id>${ids.customerGatewayId}</customer_gateway_id><vpn_gateway_id>${ids.gatewayId ?? ""}</vpn_gateway_id>` +
    `<vpn_connection_type>ipsec.1</vpn_connection_type>${sections.join("")}</vpn_connection>`
  );
}

import type { Settlers } from "../../world/settle-world";
import { transitAttachmentSettlers } from "./attachments/attachment-settlers";
import { transitGatewaySettlers } from "./gateways/gateway-settlers";
import { transitPeeringSettlers } from "./peering/peering-settlers";
import { transitRouteTableSettlers } from "./route-tables/route-table-settlers";
import { transitRouteSettlers } from "./routes/route-settlers";

/** What happens by itself to transit gateways and everything about them. */
export const transitSettlers: Settlers = {
  ...transitAttachmentSettlers,
  ...transitGatewaySettlers,
  ...transitPeeringSettlers,
  ...transitRouteTableSettlers,
  ...transitRouteSettlers,
  "transit-forgotten": ({ regionWorld: { transit } }, event) => {
    const id = event.subject;
    transit.gateways = transit.gateways.filter((other) => other.TransitGatewayId !== id);
    transit.routeTables = transit.routeTables.filter((other) => other.TransitGatewayRouteTableId !== id);
    transit.vpcAttachments = transit.vpcAttachments.filter(
      (other) => other.TransitGatewayAttachmentId !== id,
    );
    transit.peeringAttachments = transit.peeringAttachments.filter(
      (other) => other.TransitGatewayAttachmentId !== id,
    );
    transit.vpnAttachments = transit.vpnAttachments.filter((other) => other.vpnConnectionId !== id);
    transit.vpnGateways = transit.vpnGateways.filter((other) => other.VpnGatewayId !== id);
    transit.vpnConnections = transit.vpnConnections.filter((other) => other.VpnConnectionId !== id);
    transit.customerGateways = transit.customerGateways.filter((other) => other.CustomerGatewayId !== id);
  },
};

import { createVpnConnection } from "./connections/create-vpn-connection";
import {
  createVpnConnectionRoute,
  deleteVpnConnectionRoute,
} from "./connections/change-vpn-connection-route";
import { deleteVpnConnection } from "./connections/delete-vpn-connection";
import { describeVpnConnections } from "./connections/describe-vpn-connections";
import { createCustomerGateway } from "./customer-gateways/create-customer-gateway";
import { deleteCustomerGateway } from "./customer-gateways/delete-customer-gateway";
import { describeCustomerGateways } from "./customer-gateways/describe-customer-gateways";
import { attachVpnGateway, detachVpnGateway } from "./gateways/change-vpn-gateway-attachment";
import { createVpnGateway } from "./gateways/create-vpn-gateway";
import { deleteVpnGateway } from "./gateways/delete-vpn-gateway";
import { describeVpnGateways } from "./gateways/describe-vpn-gateways";
import {
  disableVgwRoutePropagation,
  enableVgwRoutePropagation,
} from "./propagation/change-vgw-route-propagation";

/** Virtual private gateways, customer gateways and the VPN connections between them. */
export const vpnHandlers = {
  AttachVpnGateway: attachVpnGateway,
  CreateCustomerGateway: createCustomerGateway,
  CreateVpnConnection: createVpnConnection,
  CreateVpnConnectionRoute: createVpnConnectionRoute,
  CreateVpnGateway: createVpnGateway,
  DeleteCustomerGateway: deleteCustomerGateway,
  DeleteVpnConnection: deleteVpnConnection,
  DeleteVpnConnectionRoute: deleteVpnConnectionRoute,
  DeleteVpnGateway: deleteVpnGateway,
  DescribeCustomerGateways: describeCustomerGateways,
  DescribeVpnConnections: describeVpnConnections,
  DescribeVpnGateways: describeVpnGateways,
  DetachVpnGateway: detachVpnGateway,
  DisableVgwRoutePropagation: disableVgwRoutePropagation,
  EnableVgwRoutePropagation: enableVgwRoutePropagation,
};

import type { HandlerTable } from "../../handler";
import { insightsHandlers } from "../ec2-insights/insights-handlers";
import { transitHandlers } from "../ec2-transit/transit-handlers";
import { vpnHandlers } from "../ec2-vpn/vpn-handlers";
import { accountHandlers } from "./account/account-handlers";
import { addressHandlers } from "./addresses/address-handlers";
import { dhcpOptionsHandlers } from "./dhcp-options/dhcp-options-handlers";
import { endpointHandlers } from "./endpoints/endpoint-handlers";
import { gatewayHandlers } from "./gateways/gateway-handlers";
import { instanceHandlers } from "./instances/instance-handlers";
import { interfaceHandlers } from "./interfaces/interface-handlers";
import { natGatewayHandlers } from "./nat-gateways/nat-gateway-handlers";
import { networkAclHandlers } from "./network-acls/network-acl-handlers";
import { peeringHandlers } from "./peering/peering-handlers";
import { prefixListHandlers } from "./prefix-lists/prefix-list-handlers";
import { routeHandlers } from "./routes/route-handlers";
import { securityGroupHandlers } from "./security-groups/security-group-handlers";
import { subnetHandlers } from "./subnets/subnet-handlers";
import { tagHandlers } from "./tags/tag-handlers";
import { vpcHandlers } from "./vpcs/vpc-handlers";

/** The EC2 operations that the sandbox knows: one table for each folder, none names an operation of another. */
export const ec2Handlers = {
  ...accountHandlers,
  ...addressHandlers,
  ...dhcpOptionsHandlers,
  ...endpointHandlers,
  ...gatewayHandlers,
  ...insightsHandlers,
  ...instanceHandlers,
  ...interfaceHandlers,
  ...natGatewayHandlers,
  ...peeringHandlers,
  ...routeHandlers,
  ...networkAclHandlers,
  ...prefixListHandlers,
  ...securityGroupHandlers,
  ...subnetHandlers,
  ...tagHandlers,
  ...transitHandlers,
  ...vpcHandlers,
  ...vpnHandlers,
} satisfies HandlerTable;

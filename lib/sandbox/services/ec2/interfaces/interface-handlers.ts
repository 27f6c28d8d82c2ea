import type { HandlerTable } from "../../../handler";
import { assignPrivateIpAddresses, unassignPrivateIpAddresses } from "./assign-private-ip-addresses";
import { attachNetworkInterface, detachNetworkInterface } from "./attach-network-interface";
import { createNetworkInterface } from "./create-network-interface";
import { deleteNetworkInterface } from "./delete-network-interface";
import { describeNetworkInterfaceAttribute } from "./describe-network-interface-attribute";
import { describeNetworkInterfaces } from "./describe-network-interfaces";
import { modifyNetworkInterfaceAttribute } from "./modify-network-interface-attribute";

/** Operations on network interfaces. */
export const interfaceHandlers = {
  AssignPrivateIpAddresses: assignPrivateIpAddresses,
  AttachNetworkInterface: attachNetworkInterface,
  CreateNetworkInterface: createNetworkInterface,
  DeleteNetworkInterface: deleteNetworkInterface,
  DescribeNetworkInterfaceAttribute: describeNetworkInterfaceAttribute,
  DescribeNetworkInterfaces: describeNetworkInterfaces,
  DetachNetworkInterface: detachNetworkInterface,
  ModifyNetworkInterfaceAttribute: modifyNetworkInterfaceAttribute,
  UnassignPrivateIpAddresses: unassignPrivateIpAddresses,
} satisfies HandlerTable;

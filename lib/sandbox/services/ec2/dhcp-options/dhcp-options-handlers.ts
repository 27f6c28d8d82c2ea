import type { HandlerTable } from "../../../handler";
import { associateDhcpOptions } from "./associate-dhcp-options";
import { createDhcpOptions } from "./create-dhcp-options";
import { deleteDhcpOptions } from "./delete-dhcp-options";
import { describeDhcpOptions } from "./describe-dhcp-options";

/** Operations on DHCP option sets. */
export const dhcpOptionsHandlers = {
  AssociateDhcpOptions: associateDhcpOptions,
  CreateDhcpOptions: createDhcpOptions,
  DeleteDhcpOptions: deleteDhcpOptions,
  DescribeDhcpOptions: describeDhcpOptions,
} satisfies HandlerTable;

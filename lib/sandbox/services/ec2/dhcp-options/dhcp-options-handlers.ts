import type { HandlerTable } from "../../../handler";
import { describeDhcpOptions } from "./describe-dhcp-options";

/** Operations on DHCP option sets. */
export const dhcpOptionsHandlers = {
  DescribeDhcpOptions: describeDhcpOptions,
} satisfies HandlerTable;

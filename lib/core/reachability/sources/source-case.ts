import type { Sender } from "../path/path";
import type { AddressRange } from "../sets/address-range";

/** One way in which packets may start, for one range of addresses. */
export interface SourceVariant {
  sender: Sender;
  range: AddressRange;
  isInternetAtLarge: boolean;
  /**
   * Interfaces that differ in nothing but their addresses, which `range` spans: they fare alike unless a rule divides
   * the range, and then each is asked about.
   */
  each?: readonly SourceVariant[];
}

/** What becomes one trace: a subnet of a function, an interface, or outside. */
export interface SourceCase {
  subnetId: string | null;
  networkInterfaceId?: string;
  /** Null from outside every VPC, or for a function that is in none. */
  vpcId: string | null;
  kind: "function" | "unattached-function" | "interface" | "outside";
  /** A function sends IPv6 only where it is told to. Null: whether its subnets have any was not read. */
  sendsIpv6: boolean | null;
  variants: readonly SourceVariant[];
  /** Why nothing can be said of this source; then there are no variants. */
  unread?: string;
  /** It is in no VPC (an instance that is terminated): then there are no variants. */
  unassociated?: string;
}

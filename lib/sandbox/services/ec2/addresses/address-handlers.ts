import type { HandlerTable } from "../../../handler";
import { allocateAddress } from "./allocate-address";
import { associateAddress } from "./associate-address";
import { describeAddresses } from "./describe-addresses";
import { disassociateAddress } from "./disassociate-address";
import { releaseAddress } from "./release-address";

/** Operations on Elastic IP addresses. */
export const addressHandlers = {
  AllocateAddress: allocateAddress,
  AssociateAddress: associateAddress,
  DescribeAddresses: describeAddresses,
  DisassociateAddress: disassociateAddress,
  ReleaseAddress: releaseAddress,
} satisfies HandlerTable;

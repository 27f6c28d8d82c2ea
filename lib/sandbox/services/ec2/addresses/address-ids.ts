import type { Address } from "@aws-sdk/client-ec2";
import type { IdKind } from "../describe/pick-by-ids";

/** How EC2 words its complaints about allocation ids. */
export const allocationIds: IdKind & { idOf: (address: Address) => string | undefined } = {
  prefix: "eipalloc",
  notFoundCode: "InvalidAllocationID.NotFound",
  notFoundMessage: "The allocation ID '{id}' does not exist",
  idOf: (address) => address.AllocationId,
};

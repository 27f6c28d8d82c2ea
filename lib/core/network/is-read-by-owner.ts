import type { Located, Resource } from "./network";

/** Whether its owner read it: who shares a VPC sees some of its subnets and nothing that others have in them. */
export function isReadByOwner({ accountId, resource: { OwnerId } }: Located<Resource<"Vpcs">>): boolean {
  return OwnerId === undefined || accountId === null || OwnerId === accountId;
}

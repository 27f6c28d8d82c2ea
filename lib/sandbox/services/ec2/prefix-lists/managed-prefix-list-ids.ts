import type { IdKind } from "../describe/pick-by-ids";

/** How EC2 words its complaints about ids of managed prefix lists. */
export const managedPrefixListIds: IdKind = {
  prefix: "pl",
  notFoundCode: "InvalidPrefixListID.NotFound",
  notFoundMessage: "The prefix list ID '{id}' does not exist",
  malformedCode: "InvalidPrefixListId.Malformed",
};

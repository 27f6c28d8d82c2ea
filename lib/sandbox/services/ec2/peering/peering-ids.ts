import type { IdKind } from "../describe/pick-by-ids";

/** How EC2 words its complaints about ids of peering connections. */
export const peeringIds: IdKind = {
  prefix: "pcx",
  notFoundCode: "InvalidVpcPeeringConnectionID.NotFound",
  notFoundMessage: "The vpcPeeringConnection ID '{id}' does not exist",
  malformedCode: "InvalidVpcPeeringConnectionId.Malformed",
};

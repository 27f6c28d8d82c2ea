import type { VpcEndpoint } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { RegionWorld } from "../../../world/world";
import { idError, type IdKind } from "../describe/pick-by-ids";

/** How EC2 words its complaints about ids of endpoints. */
export const vpcEndpointIds: IdKind = {
  prefix: "vpce",
  notFoundCode: "InvalidVpcEndpointId.NotFound",
  notFoundMessage: "The Vpc Endpoint Id '{id}' does not exist",
  malformedCode: "InvalidVpcEndpointId.Malformed",
};

/** The endpoint of this id, unless it is on its way out. Throws InvalidVpcEndpointId.NotFound. */
export function getVpcEndpoint(regionWorld: RegionWorld, id: string): VpcEndpoint {
  const endpoint = regionWorld.vpcEndpoints.find((candidate) => candidate.VpcEndpointId === id);
  if (endpoint === undefined || isEnding(endpoint)) throw idError(vpcEndpointIds, id);
  return endpoint;
}

/** AWS spells states in lower case on the wire, the SDK's enum in upper case. */
export function toState(
  state: "pending" | "available" | "deleting" | "deleted",
): NonNullable<VpcEndpoint["State"]> {
  return state as string as NonNullable<VpcEndpoint["State"]>;
}

/** Whether an endpoint is being deleted, or was. */
export function isEnding(endpoint: VpcEndpoint): boolean {
  return endpoint.State === toState("deleting") || endpoint.State === toState("deleted");
}

/** The code that endpoints' own complaints have. */
export function invalid(message: string): AwsError {
  return new AwsError("InvalidParameter", message);
}

import type {
  DeleteVpcEndpointsCommandInput,
  DeleteVpcEndpointsCommandOutput,
  UnsuccessfulItem,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { isEnding, toState } from "./endpoint-ids";
import { removeEndpointRoutes } from "./endpoint-routes";
import { scheduleState } from "./endpoint-settlers";

function unsuccessful(id: string, Code: string, Message: string): UnsuccessfulItem[] {
  return [{ ResourceId: id, Error: { Code, Message } }];
}

/** Begins the end of an endpoint, or tells why not. Routes to a gateway go at once, interfaces a little later. */
function remove(context: HandlerContext, id: string): UnsuccessfulItem[] {
  const { regionWorld } = context;
  const endpoint = regionWorld.vpcEndpoints.find((candidate) => candidate.VpcEndpointId === id);
  if (endpoint === undefined) {
    return unsuccessful(id, "InvalidVpcEndpoint.NotFound", `The Vpc Endpoint Id '${id}' does not exist`);
  }
  if (endpoint.RequesterManaged === true) {
    return unsuccessful(
      id,
      "InvalidParameter",
      `Operation is not allowed for requester-managed VPC endpoints for the service ${endpoint.ServiceName ?? ""}`,
    );
  }
  if (isEnding(endpoint)) return [];
  removeEndpointRoutes(regionWorld, endpoint, endpoint.RouteTableIds ?? []);
  endpoint.State = toState("deleting");
  scheduleState(context, endpoint, "deleted");
  return [];
}

/** Deletes those that it can: what it cannot, it lists, and the call succeeds all the same. */
export const deleteVpcEndpoints: Handler<
  DeleteVpcEndpointsCommandInput,
  Answer<DeleteVpcEndpointsCommandOutput>
> = (context, input) => {
  const ids = [...new Set(input.VpcEndpointIds ?? [])];
  const malformed = ids.find((id) => !id.startsWith("vpce-"));
  if (malformed !== undefined) {
    throw new AwsError("InvalidVpcEndpointId.Malformed", `Invalid id: "${malformed}" (expecting "vpce-...")`);
  }
  return { Unsuccessful: ids.flatMap((id) => remove(context, id)) };
};

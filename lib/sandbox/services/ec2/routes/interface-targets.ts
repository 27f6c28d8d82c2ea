import type { NetworkInterface } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import { getInstance } from "../instances/instance-ids";
import { interfacesOf } from "../instances/to-visible-instance";
import { getNetworkInterface } from "../interfaces/network-interface-ids";
import { idError } from "../describe/pick-by-ids";
import { vpcEndpointIds } from "../endpoints/endpoint-ids";
import { differentNetworks } from "./different-networks";
import type { Target, TargetQuestion } from "./route-target";

function toInterface({ table }: TargetQuestion, eni: NetworkInterface): Target {
  const id = eni.NetworkInterfaceId ?? "";
  if (eni.VpcId !== table.VpcId) throw differentNetworks(table, "interface", id);
  const { InstanceId: instanceId, InstanceOwnerId: ownerId } = eni.Attachment ?? {};
  return {
    NetworkInterfaceId: id,
    ...(instanceId === undefined ? {} : { InstanceId: instanceId, InstanceOwnerId: ownerId }),
    State: eni.Status === "in-use" ? "active" : "blackhole",
  };
}

/** Targets inside the VPC: an interface, an instance's only one, or a Gateway Load Balancer endpoint. */
export const interfaceTargets = {
  NetworkInterfaceId: (question: TargetQuestion): Target =>
    toInterface(question, getNetworkInterface(question.regionWorld, question.id)),
  InstanceId: (question: TargetQuestion): Target => {
    const { regionWorld, id } = question;
    getInstance(regionWorld, id);
    const [eni, second] = interfacesOf(regionWorld, id);
    if (eni === undefined || second !== undefined) {
      throw new AwsError(
        "InvalidInstanceID",
        `There are multiple interfaces attached to instance '${id}'. Please specify an interface ID for the operation instead.`,
      );
    }
    return toInterface(question, eni);
  },
  VpcEndpointId: ({ regionWorld, table, id }: TargetQuestion): Target => {
    const endpoint = regionWorld.vpcEndpoints.find((candidate) => candidate.VpcEndpointId === id);
    if (endpoint === undefined) throw idError(vpcEndpointIds, id);
    if (endpoint.VpcEndpointType !== "GatewayLoadBalancer") {
      throw new AwsError(
        "RouteNotSupported",
        `Route table contains unsupported route target: ${id}. VPC Endpoints of this type cannot be used as route targets.`,
      );
    }
    if (endpoint.VpcId !== table.VpcId) throw differentNetworks(table, "vpc endpoint", id);
    return { GatewayId: id, State: endpoint.State?.toLowerCase() === "available" ? "active" : "blackhole" };
  },
} satisfies Readonly<Record<string, (question: TargetQuestion) => Target>>;

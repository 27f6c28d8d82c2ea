import type {
  GroupIdentifier,
  ModifyVpcEndpointCommandInput,
  ModifyVpcEndpointCommandOutput,
  RouteTable,
  VpcEndpoint,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { readGroupsOfInterface } from "../security-groups/groups-for-vpc";
import { getVpcEndpoint, invalid } from "./endpoint-ids";
import {
  addEndpointInterfaces,
  readPlaces,
  removeEndpointInterfaces,
  type EndpointPlace,
} from "./endpoint-interfaces";
import { addEndpointRoutes, readRouteTables, removeEndpointRoutes } from "./endpoint-routes";
import { serviceOf } from "./find-service";
import { readPrivateDns, toDnsEntries } from "./private-dns";
import { FULL_ACCESS, readPolicy } from "./read-policy";

/** What changes, once it has been found good. */
interface Changes {
  tables: RouteTable[];
  places: EndpointPlace[];
  groups: GroupIdentifier[];
  isPrivate: boolean;
  policy: string | undefined;
}

function checkMembers(endpoint: VpcEndpoint, input: ModifyVpcEndpointCommandInput): void {
  const isGateway = endpoint.VpcEndpointType === "Gateway";
  const forGateways = [input.AddRouteTableIds, input.RemoveRouteTableIds];
  const forInterfaces = [
    input.AddSubnetIds,
    input.RemoveSubnetIds,
    input.AddSecurityGroupIds,
    input.RemoveSecurityGroupIds,
  ];
  const wrong = (isGateway ? forInterfaces : forGateways).some((ids) => ids !== undefined && ids.length > 0);
  if (wrong || (isGateway && input.PrivateDnsEnabled === true)) {
    throw invalid(`The request does not apply to endpoints of type ${endpoint.VpcEndpointType ?? ""}.`);
  }
  checkRemoved("route table", input.RemoveRouteTableIds, endpoint.RouteTableIds);
  checkRemoved("subnet", input.RemoveSubnetIds, endpoint.SubnetIds);
  checkRemoved(
    "security group",
    input.RemoveSecurityGroupIds,
    endpoint.Groups?.flatMap((group) => group.GroupId ?? []),
  );
}

function checkRemoved(noun: string, removed: readonly string[] = [], present: readonly string[] = []): void {
  const unknown = removed.find((id) => !present.includes(id));
  if (unknown !== undefined) throw invalid(`The endpoint does not have the ${noun} ${unknown}.`);
}

function readGroups(
  { regionWorld }: HandlerContext,
  endpoint: VpcEndpoint,
  input: ModifyVpcEndpointCommandInput,
): GroupIdentifier[] {
  const { AddSecurityGroupIds: added = [], RemoveSecurityGroupIds: removed = [] } = input;
  const present = (endpoint.Groups ?? []).flatMap((group) => group.GroupId ?? []);
  if (added.length + removed.length === 0) return endpoint.Groups ?? [];
  const wanted = [...present.filter((id) => !removed.includes(id)), ...added];
  if (wanted.length === 0) throw invalid("An endpoint must have at least one security group.");
  return readGroupsOfInterface(regionWorld, endpoint.VpcId ?? "", wanted);
}

function readPrivate(
  { regionWorld }: HandlerContext,
  endpoint: VpcEndpoint,
  input: ModifyVpcEndpointCommandInput,
): boolean {
  if (input.PrivateDnsEnabled === undefined) return endpoint.PrivateDnsEnabled === true;
  return readPrivateDns(regionWorld, {
    vpcId: endpoint.VpcId,
    service: serviceOf(regionWorld, endpoint),
    isEnabled: input.PrivateDnsEnabled,
    options: input.DnsOptions,
    self: endpoint.VpcEndpointId,
  });
}

function readChanges(
  context: HandlerContext,
  endpoint: VpcEndpoint,
  input: ModifyVpcEndpointCommandInput,
): Changes {
  const removed = input.RemoveSubnetIds ?? [];
  const policy = input.ResetPolicy === true ? FULL_ACCESS : input.PolicyDocument;
  return {
    tables:
      endpoint.VpcEndpointType === "Gateway"
        ? readRouteTables(context.regionWorld, endpoint, input.AddRouteTableIds ?? [])
        : [],
    places: readPlaces(context, endpoint.VpcId, {
      subnetIds: input.AddSubnetIds ?? [],
      configurations: input.SubnetConfigurations ?? [],
      present: (endpoint.SubnetIds ?? []).filter((id) => !removed.includes(id)),
    }),
    groups: readGroups(context, endpoint, input),
    isPrivate: readPrivate(context, endpoint, input),
    policy: policy === undefined ? undefined : readPolicy(policy),
  };
}

function applyToInterfaces(
  context: HandlerContext,
  endpoint: VpcEndpoint,
  { input, changes }: { input: ModifyVpcEndpointCommandInput; changes: Changes },
): void {
  const { regionWorld } = context;
  removeEndpointInterfaces(regionWorld, endpoint, input.RemoveSubnetIds ?? []);
  addEndpointInterfaces(context, endpoint, changes);
  endpoint.Groups = changes.groups;
  for (const eni of regionWorld.networkInterfaces) {
    const isOwn = endpoint.NetworkInterfaceIds?.includes(eni.NetworkInterfaceId ?? "") === true;
    if (isOwn) eni.Groups = changes.groups.map((group) => ({ ...group }));
  }
  endpoint.PrivateDnsEnabled = changes.isPrivate;
  if (input.DnsOptions !== undefined) endpoint.DnsOptions = { ...endpoint.DnsOptions, ...input.DnsOptions };
  if (endpoint.VpcEndpointType === "Interface") {
    endpoint.DnsEntries = toDnsEntries(regionWorld, endpoint, serviceOf(regionWorld, endpoint));
  }
}

/** Changes an endpoint's place, its groups, its names and its policy: all that is asked, or nothing. */
export const modifyVpcEndpoint: Handler<
  ModifyVpcEndpointCommandInput,
  Answer<ModifyVpcEndpointCommandOutput>
> = (context, input) => {
  const endpoint = getVpcEndpoint(context.regionWorld, input.VpcEndpointId ?? "");
  checkMembers(endpoint, input);
  const changes = readChanges(context, endpoint, input);
  if (endpoint.VpcEndpointType === "Gateway") {
    removeEndpointRoutes(context.regionWorld, endpoint, input.RemoveRouteTableIds ?? []);
    addEndpointRoutes(context.regionWorld, endpoint, changes.tables);
  } else {
    applyToInterfaces(context, endpoint, { input, changes });
  }
  if (changes.policy !== undefined) endpoint.PolicyDocument = changes.policy;
  return { Return: true };
};

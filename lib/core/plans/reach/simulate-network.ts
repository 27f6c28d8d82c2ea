import { connectionId } from "../../network/connections/connection-id";
import { attachmentOf, newConnection } from "../../network/indexing/index-connections";
import { connectionLookups } from "../../network/indexing/index-lookups";
import type { Connection, LocatedFunction, Network } from "../../network/network";
import { isSameAttachment, type Attachment } from "../../network/vpc-config";

/**
 * The network as it would be after a plan: the function, made where it is not there, has the attachment asked for. Only
 * the indexes that change are copied. Interfaces stay as they are: AWS makes and deletes them in its own time.
 */
export function simulateNetwork(
  network: Network,
  { functionArn, after }: { functionArn: string; after: Attachment | null },
): Network {
  const known = network.functions.get(functionArn);
  if (known && isSameAttachment(known.attachment, after)) return network;
  const before = known ?? newFunction(network, functionArn);
  const changed = reattach(network, before, after);
  const connections = reconnect(network.connections, before, changed);
  const { functionStates, lookups } = network;
  const state = functionStates.get(functionArn);
  const { VpcConfig } = changed.resource;
  return {
    ...network,
    functions: new Map(network.functions).set(functionArn, changed),
    functionStates: state
      ? new Map(functionStates).set(functionArn, { ...state, resource: { ...state.resource, VpcConfig } })
      : functionStates,
    connections,
    lookups: {
      ...lookups,
      ...connectionLookups(connections),
      functionArnsByName: known ? lookups.functionArnsByName : nameToo(lookups.functionArnsByName, changed),
    },
  };
}

/** A function that a plan creates, in the capture of its account and region. */
function newFunction({ captures }: Network, functionArn: string): LocatedFunction {
  const [, , , region = "", accountId = "", , functionName = ""] = functionArn.split(":");
  const found = captures.findIndex((one) => one.accountId === accountId && one.region === region);
  return {
    arn: functionArn,
    functionName,
    resource: { FunctionName: functionName, FunctionArn: functionArn, Version: "$LATEST" },
    accountId,
    region,
    captureIndex: Math.max(0, found),
    attachment: null,
    connectionId: null,
  };
}

/** In no VPC, a function has no `VpcConfig`: one of the spellings that AWS uses. */
function reattach(network: Network, fn: LocatedFunction, after: Attachment | null): LocatedFunction {
  if (after === null) {
    const resource = { ...fn.resource };
    delete resource.VpcConfig;
    return { ...fn, resource, attachment: null, connectionId: null };
  }
  const attached = {
    ...fn.resource,
    VpcConfig: {
      VpcId: after.vpcId,
      SubnetIds: after.subnetIds,
      SecurityGroupIds: after.securityGroupIds,
      Ipv6AllowedForDualStack: after.ipv6AllowedForDualStack,
    },
  };
  const attachment = attachmentOf(attached, network.subnets);
  return {
    ...fn,
    resource: attached,
    attachment,
    connectionId: attachment === null ? null : connectionId(attachment),
  };
}

function reconnect(
  connections: Network["connections"],
  before: LocatedFunction,
  after: LocatedFunction,
): Network["connections"] {
  const changed = new Map(connections);
  const left = before.connectionId === null ? undefined : connections.get(before.connectionId);
  if (left) {
    const functionArns = left.functionArns.filter((arn) => arn !== before.arn);
    if (functionArns.length + left.versionArns.length === 0) changed.delete(left.id);
    else changed.set(left.id, { ...left, functionArns });
  }
  if (after.attachment !== null && after.connectionId !== null) {
    const own: Connection =
      changed.get(after.connectionId) ?? newConnection(after.connectionId, after.attachment, after);
    changed.set(own.id, { ...own, functionArns: [...own.functionArns, after.arn].sort() });
  }
  return changed;
}

function nameToo(
  names: Network["lookups"]["functionArnsByName"],
  { functionName, arn }: LocatedFunction,
): Network["lookups"]["functionArnsByName"] {
  return new Map(names).set(functionName, [...(names.get(functionName) ?? []), arn]);
}

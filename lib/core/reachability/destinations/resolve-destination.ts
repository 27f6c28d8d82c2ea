import { findFunctions } from "../../network/connections/find-functions";
import { interfacesOfConnection } from "../../network/connections/interfaces-of-connection";
import { blockAll } from "../filters/checkpoint";
import { FlowError, type FlowDestination } from "../flow";
import type { Endpoint } from "../index/endpoint";
import type { NetworkIndex } from "../index/network-index";
import { internetAtLarge, isEverything } from "../question/internet-range";
import { parseCidr } from "../sets/address-range";
import { cacheClusterDestination, dbInstanceDestination } from "./data-store-destination";
import { loadBalancerDestination } from "./load-balancer-destination";
import { serviceDestination } from "./service-destination";
import { destinationOf, targetsOf, type Destination } from "./target";

/**
 * What a destination means from a VPC (null: from outside every VPC). Throws `FlowError` for what does not exist or
 * cannot be read.
 */
export function resolveDestination(
  index: NetworkIndex,
  destination: FlowDestination,
  vpcId: string | null,
  family: 4 | 6,
): Destination {
  if ("cidr" in destination) return cidrDestination(destination.cidr);
  if ("internet" in destination) return atLarge(family);
  if ("service" in destination) {
    return vpcId === null ? atLarge(4) : serviceDestination(index, vpcId, destination.service);
  }
  if ("networkInterfaceId" in destination) {
    const { networkInterfaceId } = destination;
    const endpoint = findInterface(index, networkInterfaceId, "destination");
    return interfaceDestination(index, endpoint, networkInterfaceId, family);
  }
  if ("instanceId" in destination) {
    const { instanceId } = destination;
    const endpoint = findInstance(index, instanceId, "destination");
    return interfaceDestination(index, endpoint, instanceId, family);
  }
  if ("dbInstanceIdentifier" in destination) {
    return dbInstanceDestination(index, destination.dbInstanceIdentifier, vpcId);
  }
  if ("cacheClusterId" in destination)
    return cacheClusterDestination(index, destination.cacheClusterId, vpcId);
  if ("loadBalancerArn" in destination)
    return loadBalancerDestination(index, destination.loadBalancerArn, vpcId);
  return functionDestination(index, destination.functionName);
}

function atLarge(family: 4 | 6): Destination {
  return destinationOf([{ range: internetAtLarge(family), isInternetAtLarge: true, receiver: null }]);
}

function cidrDestination(text: string): Destination {
  const range = readCidr(text, "destination.cidr");
  if (isEverything(range)) return atLarge(range.family);
  return destinationOf([{ range: { ...range }, isInternetAtLarge: false, receiver: null }]);
}

/** A CIDR block without host bits, as AWS demands it. */
export function readCidr(text: string, field: string) {
  const range = parseCidr(text);
  if (!range) throw new FlowError("invalid", field, `${text} is not an address or a CIDR block.`);
  const [address = ""] = text.split("/");
  const own = parseCidr(address);
  if (own?.first !== range.first) {
    throw new FlowError(
      "invalid",
      field,
      `${text} has host bits set: it is an address in a block, not a block.`,
    );
  }
  return range;
}

function interfaceDestination(
  index: NetworkIndex,
  endpoint: Endpoint | null,
  id: string,
  family: 4 | 6,
): Destination {
  const targets = endpoint ? targetsOf(endpoint, family) : [];
  const isUnread = endpoint ? endpoint.addresses.length === 0 : !isInNoVpc(index, id);
  if (targets.length > 0 || isUnread) return destinationOf(targets);
  const checkpoint = blockAll({
    code: "UNASSOCIATED_COMPONENT",
    direction: "forward",
    effect: "connectivity",
    resourceId: id,
    message: endpoint ? `${id} has no IPv${family} address.` : `${id} is in no VPC.`,
  });
  return destinationOf([], "every", { checkpoints: [checkpoint] });
}

/** Null where it was read, but not where it is. Throws `FlowError` where it was not read. */
export function findInterface(
  index: NetworkIndex,
  id: string,
  side: "source" | "destination",
): Endpoint | null {
  const endpoint = index.endpoint(id);
  if (endpoint) return endpoint;
  if (index.network.networkInterfaces.has(id)) return null;
  throw new FlowError(
    "not-found",
    `${side}.networkInterfaceId`,
    `${id} is not among the network interfaces read.`,
  );
}

/** An instance answers, and sends, with its first interface; a terminated one has none. */
export function findInstance(
  index: NetworkIndex,
  id: string,
  side: "source" | "destination",
): Endpoint | null {
  const own = primaryEndpoint(index, id);
  if (own) return own;
  if (index.network.instances.has(id)) return null;
  throw new FlowError("not-found", `${side}.instanceId`, `${id} is not among the instances read.`);
}

/** By the device index, which either call tells, else by the address that the instance tells. */
export function primaryEndpoint(index: NetworkIndex, instanceId: string): Endpoint | undefined {
  const { networkInterfaces, instances } = index.network;
  const { NetworkInterfaces, PrivateIpAddress } = instances.get(instanceId)?.resource ?? {};
  const primary = NetworkInterfaces?.find(({ Attachment }) => Attachment?.DeviceIndex === 0);
  const told = index.endpoint(primary?.NetworkInterfaceId ?? "");
  if (told) return told;
  const own = index.endpointsOfInstance(instanceId);
  const address = parseCidr(PrivateIpAddress ?? "")?.first;
  return (
    own.find(({ id }) => networkInterfaces.get(id)?.resource.Attachment?.DeviceIndex === 0) ??
    own.find(({ addresses }) => addresses.some(({ range }) => range.first === address)) ??
    own[0]
  );
}

/** A terminated instance has given its interfaces back; of anything else that has none, they were not read. */
export function isInNoVpc({ network }: NetworkIndex, id: string): boolean {
  const state = network.instances.get(id)?.resource.State?.Name;
  return state === "terminated" || state === "shutting-down";
}

/** Its interfaces accept nothing; they are asked about so that the answer names them. */
function functionDestination(index: NetworkIndex, name: string): Destination {
  const found = findFunctions(index.network, name);
  const [fn] = found;
  if (!fn)
    throw new FlowError("not-found", "destination.functionName", `${name} is not among the functions read.`);
  if (found.length > 1) {
    const candidates = found.map(({ arn }) => arn).sort();
    throw new FlowError(
      "ambiguous",
      "destination.functionName",
      `${name} means several functions.`,
      candidates,
    );
  }
  const interfaces = fn.attachment ? interfacesOfConnection(index.network, fn.attachment) : [];
  const targets = interfaces
    .flatMap(({ resource }) => index.endpoint(resource.NetworkInterfaceId) ?? [])
    .flatMap((endpoint) => targetsOf(endpoint, 4));
  return destinationOf(targets.slice(0, 1));
}

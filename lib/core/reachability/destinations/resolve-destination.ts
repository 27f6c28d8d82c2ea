import { findFunctions } from "../../network/connections/find-functions";
import { interfacesOfConnection } from "../../network/connections/interfaces-of-connection";
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
    return interfaceDestination(findInterface(index, networkInterfaceId, "destination"), family);
  }
  if ("instanceId" in destination) {
    return interfaceDestination(findInstance(index, destination.instanceId, "destination"), family);
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

/** An interface that has no address of the family cannot be asked about in it. */
function interfaceDestination(endpoint: Endpoint, family: 4 | 6): Destination {
  const targets = targetsOf(endpoint, family);
  return destinationOf(targets.length > 0 ? targets : targetsOf(endpoint, family === 4 ? 6 : 4));
}

export function findInterface(index: NetworkIndex, id: string, side: "source" | "destination"): Endpoint {
  const endpoint = index.endpoint(id);
  if (endpoint) return endpoint;
  throw new FlowError(
    "not-found",
    `${side}.networkInterfaceId`,
    `${id} is not among the network interfaces read.`,
  );
}

/** An instance answers, and sends, with its first interface unless told otherwise. */
export function findInstance(index: NetworkIndex, id: string, side: "source" | "destination"): Endpoint {
  const [endpoint] = index.endpointsOfInstance(id);
  const primary = index.network.instances
    .get(id)
    ?.resource.NetworkInterfaces?.find(({ Attachment }) => Attachment?.DeviceIndex === 0)?.NetworkInterfaceId;
  const own = primary === undefined ? undefined : index.endpoint(primary);
  if (own ?? endpoint) return own ?? (endpoint as Endpoint); // one of them is there
  const why = index.network.instances.has(id)
    ? "has no network interface: it is terminated, or its interfaces were not read"
    : "is not among the instances read";
  throw new FlowError("not-found", `${side}.instanceId`, `${id} ${why}.`);
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
    .flatMap(({ resource }) => index.endpoint(resource.NetworkInterfaceId ?? "") ?? [])
    .flatMap((endpoint) => targetsOf(endpoint, 4));
  return destinationOf(targets.slice(0, 1));
}

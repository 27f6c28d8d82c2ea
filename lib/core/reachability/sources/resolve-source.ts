import { findSenders, namesAlias } from "../../network/connections/find-functions";
import { interfacesAt } from "../../network/connections/interfaces-of-connection";
import { somewhereIn, somewhereInSubnet } from "../destinations/endpoint-targets";
import { findInstance, findInterface, isInNoVpc, readCidr } from "../destinations/resolve-destination";
import { FlowError, type FlowConnection, type FlowSource } from "../flow";
import type { Endpoint } from "../index/endpoint";
import type { NetworkIndex } from "../index/network-index";
import type { SubnetPlace } from "../index/subnet-place";
import { internetAtLarge, isEverything } from "../question/internet-range";
import { coversRange, isOneAddress, spanOf, type CidrRange } from "../sets/address-range";
import { NOT_ON_THE_INTERNET, PRIVATE_RANGES } from "../sets/special-ranges";
import type { SourceCase, SourceVariant } from "./source-case";

/** Where packets of a question may start: one case per trace. Throws `FlowError` for what does not exist. */
export function resolveSource(index: NetworkIndex, source: FlowSource, family: 4 | 6): SourceCase[] {
  if ("functionName" in source) return functionCases(index, source.functionName, family);
  if ("connection" in source) {
    return connectionCases(index, source.connection, "the new connection", family, "source.connection");
  }
  if ("networkInterfaceId" in source) {
    const { networkInterfaceId: id } = source;
    return [caseOf(index, findInterface(index, id, "source"), id, family)];
  }
  if ("instanceId" in source) {
    const { instanceId: id } = source;
    return [caseOf(index, findInstance(index, id, "source"), id, family)];
  }
  return cidrCases(index, source.cidr);
}

function functionCases(index: NetworkIndex, name: string, family: 4 | 6): SourceCase[] {
  const found = findSenders(index.network, name);
  const [fn] = found;
  if (!fn) {
    const why = namesAlias(name)
      ? `Which version the alias ${name} stands for is not read: name the version, or the function alone for what it is now.`
      : `${name} is not among the functions read.`;
    throw new FlowError("not-found", "source.functionName", why);
  }
  if (found.length > 1) {
    const candidates = found.map(({ arn }) => arn).sort();
    throw new FlowError("ambiguous", "source.functionName", `${name} means several functions.`, candidates);
  }
  if (fn.attachment === null) {
    return [{ ...outside(anywhere(4)), kind: "unattached-function", sendsIpv6: false }];
  }
  return connectionCases(index, fn.attachment, fn.functionName, family, "source.functionName");
}

/** Each subnet with the set of groups, whether or not Lambda has made an interface there yet. */
function connectionCases(
  index: NetworkIndex,
  { subnetIds, securityGroupIds, ipv6AllowedForDualStack = false }: FlowConnection,
  name: string,
  family: 4 | 6,
  field: string,
): SourceCase[] {
  if (subnetIds.length === 0)
    throw new FlowError("invalid", `${field}.subnetIds`, "A connection has a subnet.");
  const ids = [...new Set(subnetIds)].sort();
  const sendsIpv6 = ipv6AllowedForDualStack && areDualStack(ids.map((subnetId) => index.subnet(subnetId)));
  const groups = [...new Set(securityGroupIds)].sort();
  return ids.map((subnetId): SourceCase => {
    const endpoints = endpointsAt(index, subnetId, groups, name);
    const vpcId = endpoints[0]?.vpcId ?? index.subnet(subnetId)?.vpcId ?? null;
    const base = { subnetId, vpcId, kind: "function" as const, sendsIpv6 };
    const [only] = endpoints;
    const variants = togetherWhereAlike(endpoints.flatMap((endpoint) => variantsOf(endpoint, family)));
    // An interface without IPv6 may get it where the subnet has any.
    if (!only || (variants.length === 0 && sendsIpv6 === null))
      return { ...base, variants: [], unread: `${subnetId} is not among the subnets read` };
    return {
      ...base,
      ...(only.networkInterfaceId !== null && { networkInterfaceId: only.networkInterfaceId }),
      variants,
    };
  });
}

/** One without IPv6 settles it; else null where one was not read. */
function areDualStack(subnets: readonly (SubnetPlace | null)[]): boolean | null {
  const areOne = subnets.map((subnet) => subnet && subnet.ranges.some(({ family }) => family === 6));
  if (areOne.includes(false)) return false;
  return areOne.includes(null) ? null : true;
}

/** What Lambda has made there, else what it will make, somewhere in the subnet. */
function endpointsAt(
  index: NetworkIndex,
  subnetId: string,
  groups: readonly string[],
  name: string,
): Endpoint[] {
  // AWS takes no connection without a group: where none is told, they were not read.
  const securityGroupIds = groups.length === 0 ? null : groups;
  const planned = somewhereIn(index, subnetId, { id: name, role: "function", securityGroupIds });
  const known = interfacesAt(index.network, subnetId, groups)
    .flatMap(({ resource }) => index.endpoint(resource.NetworkInterfaceId) ?? [])
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (known.length === 0) return planned ? [planned] : [];
  const ipv6 = planned?.addresses.filter(({ range }) => range.family === 6) ?? [];
  return known.map((endpoint) =>
    endpoint.addresses.some(({ range }) => range.family === 6)
      ? endpoint
      : { ...endpoint, addresses: [...endpoint.addresses, ...ipv6] },
  );
}

type EndpointVariant = SourceVariant & { sender: { kind: "endpoint"; endpoint: Endpoint } };

/** The primary address of the family: packets that a person's code sends have it. */
function variantsOf(endpoint: Endpoint, family: 4 | 6): EndpointVariant[] {
  const address = endpoint.addresses.find(({ range }) => range.family === family);
  if (!address) return [];
  return [{ sender: { kind: "endpoint", endpoint }, range: address.range, isInternetAtLarge: false }];
}

/** Lambda makes many interfaces under load: those without a public address are one class until an address matters. */
function togetherWhereAlike(variants: readonly EndpointVariant[]): SourceVariant[] {
  const alike = variants.filter(({ sender }) => !hasPublicAddress(sender.endpoint));
  const [first, second] = alike;
  if (!first || !second) return [...variants];
  const range = spanOf(alike.map((one) => one.range));
  const endpoint = { ...first.sender.endpoint, addresses: [{ range, publicRange: null }] };
  const together = {
    sender: { kind: "endpoint" as const, endpoint },
    range,
    isInternetAtLarge: false,
    each: alike,
  };
  return [together, ...variants.filter(({ sender }) => hasPublicAddress(sender.endpoint))];
}

function hasPublicAddress({ addresses }: Endpoint): boolean {
  return addresses.some(({ range, publicRange }) => range.family === 4 && publicRange !== null);
}

function interfaceCase(endpoint: Endpoint, family: 4 | 6): SourceCase {
  return {
    subnetId: endpoint.subnetId,
    ...(endpoint.networkInterfaceId !== null && { networkInterfaceId: endpoint.networkInterfaceId }),
    vpcId: endpoint.vpcId,
    kind: endpoint.role === "function" ? "function" : "interface",
    sendsIpv6: true,
    variants: variantsOf(endpoint, family),
  };
}

function caseOf(index: NetworkIndex, endpoint: Endpoint | null, id: string, family: 4 | 6): SourceCase {
  if (endpoint && endpoint.addresses.length > 0) return interfaceCase(endpoint, family);
  const { subnetId = null, vpcId = null } = endpoint ?? {};
  const base = { subnetId, vpcId, kind: "interface" as const, sendsIpv6: true, variants: [] };
  if (!endpoint && isInNoVpc(index, id)) return { ...base, unassociated: id };
  return { ...base, unread: `Where ${id} is, or by which address, is not among what was read` };
}

/** An address in a known VPC is somebody's there; else it comes from the internet or from on-premises. */
function cidrCases(index: NetworkIndex, text: string): SourceCase[] {
  const range = readCidr(text, "source.cidr");
  if (isEverything(range)) return [outside(anywhere(range.family))];
  const inside = [...index.network.vpcs.keys()]
    .sort()
    .filter((vpcId) => index.vpcRanges(vpcId).some((own) => coversRange(own, range)))
    .flatMap((vpcId) => insideVpc(index, vpcId, range));
  // Ranges of VPCs may overlap: who has the address goes before who might.
  const known = inside.filter(({ networkInterfaceId }) => networkInterfaceId !== undefined);
  if (inside.length > 0) return known.length > 0 ? known : inside;
  const kind = [...NOT_ON_THE_INTERNET, ...PRIVATE_RANGES].some((special) => coversRange(special, range))
    ? "on-premises"
    : "internet";
  return [outside({ sender: { kind }, range: { ...range }, isInternetAtLarge: false })];
}

function anywhere(family: 4 | 6): SourceVariant {
  return { sender: { kind: "internet" }, range: internetAtLarge(family), isInternetAtLarge: true };
}

function outside(variant: SourceVariant): SourceCase {
  return { subnetId: null, vpcId: null, kind: "outside", sendsIpv6: true, variants: [variant] };
}

/** The interface with that address, or what might be one: its groups are not known. */
function insideVpc(index: NetworkIndex, vpcId: string, range: CidrRange): SourceCase[] {
  const endpoint = isOneAddress(range) ? index.endpointAt(vpcId, range.first) : undefined;
  if (endpoint) {
    const own = {
      sender: { kind: "endpoint" as const, endpoint },
      range: { ...range },
      isInternetAtLarge: false,
    };
    return [{ ...interfaceCase(endpoint, range.family), variants: [own] }];
  }
  const subnet = index
    .subnetsOfVpc(vpcId)
    .find(({ ranges }) => ranges.some((own) => coversRange(own, range)));
  if (!subnet) return [];
  const { subnetId } = subnet;
  const nobody = somewhereInSubnet(subnet, { id: subnetId, role: "other", securityGroupIds: null });
  const sender = { kind: "endpoint" as const, endpoint: nobody };
  const variants = [{ sender, range: { ...range }, isInternetAtLarge: false }];
  return [{ subnetId, vpcId, kind: "interface", sendsIpv6: true, variants }];
}

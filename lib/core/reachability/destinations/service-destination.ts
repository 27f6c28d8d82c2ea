import { gapsOf } from "../../network/coverage-of";
import type { Resource } from "../../network/network";
import type { Identified } from "../../network/resource-id";
import { prefixListRanges } from "../compile/prefix-list";
import { unknownPass, type Checkpoint } from "../filters/checkpoint";
import { keptPerIndex } from "../index/kept";
import type { NetworkIndex } from "../index/network-index";
import { internetAtLarge } from "../question/internet-range";
import type { NotEvaluated } from "../trace";
import { endpointTargets } from "./endpoint-targets";
import { attributeGap, hasPrivateNames, resolveNames } from "./name-resolution";
import {
  endpointsFor,
  isInterfaceEndpoint,
  isService,
  unreadEndpoints,
  type VpcEndpoint,
} from "./service-endpoints";
import { destinationOf, type Destination, type Target } from "./target";

/**
 * An AWS service from a VPC: by an interface endpoint where its private DNS name is in effect, else at the service's
 * public addresses, to which a gateway endpoint may take the way. Source: AWS PrivateLink Guide.
 */
export function serviceDestination(index: NetworkIndex, vpcId: string, service: string): Destination {
  return keptDestination(index, `${vpcId} ${service}`);
}

const keptDestination = keptPerIndex((index, key) => {
  const [vpcId = "", service = ""] = key.split(" ");
  return findService(index, vpcId, service);
});

function findService(index: NetworkIndex, vpcId: string, service: string): Destination {
  const names = resolveNames(index, vpcId);
  const endpoints = endpointsFor(index, vpcId, service);
  const checkpoints: Checkpoint[] = [...names.checkpoints];
  const notes: NotEvaluated[] = [];
  const inEffect = privateEndpoint(index, vpcId, endpoints, checkpoints, notes);
  const { hops, dnsServers, isAmazonBeside } = names;
  const rest = { hops, dnsServers, isAmazonBeside };
  if (inEffect) {
    if (dnsServers.length > 0) {
      const message = `Whether the DNS server of ${vpcId} answers with ${inEffect.resource.VpcEndpointId} is not known.`;
      checkpoints.push(unknownPass({ code: "NOT_EVALUATED_DNS", resourceId: vpcId, message }));
    }
    return destinationOf(endpointTargets(index, inEffect), "in-turn", { ...rest, checkpoints, notes });
  }
  const atPublic = publicTargets(index, vpcId, service);
  const byUnread = targetsByUnreadLists(index, vpcId, service);
  // Without both DNS attributes no interface endpoint takes the service's own name.
  const may = hasPrivateNames(index, vpcId) === false ? null : unreadEndpoints(index, vpcId, service);
  if (may === null) {
    const mode = byUnread.length === 0 ? "in-turn" : "unknown-which";
    return destinationOf([...byUnread, ...atPublic], mode, { ...rest, checkpoints, notes });
  }
  const message = `Whether an interface endpoint of ${vpcId} takes ${service} is not known: ${may.reason}.`;
  checkpoints.push(unknownPass({ code: "NOT_EVALUATED_UNREAD", resourceId: vpcId, message }));
  const targets = may.targets.length === 0 ? [] : [...byUnread, ...atPublic, ...may.targets];
  return destinationOf(targets, "unknown-which", { ...rest, checkpoints, notes });
}

function privateEndpoint(
  index: NetworkIndex,
  vpcId: string,
  endpoints: readonly VpcEndpoint[],
  checkpoints: Checkpoint[],
  notes: NotEvaluated[],
): VpcEndpoint | undefined {
  const own = endpoints.filter(({ resource }) => isInterfaceEndpoint(resource));
  const named = own.filter(
    ({ resource }) => resource.PrivateDnsEnabled === true && !isForResolverOnly(resource),
  );
  for (const { resource } of own) {
    if (resource.PrivateDnsEnabled !== undefined && !named.some((one) => one.resource === resource))
      notes.push(privateDnsOff(resource, "its private DNS name is off"));
  }
  const [endpoint] = named;
  if (!endpoint) return undefined;
  const isNamed = hasPrivateNames(index, vpcId);
  if (isNamed === false) {
    notes.push(
      privateDnsOff(endpoint.resource, `${vpcId} does not have both enableDnsSupport and enableDnsHostnames`),
    );
    return undefined;
  }
  if (isNamed === null) {
    const message = `Whether private DNS names are in effect in ${vpcId} is not known: ${attributeGap(index, vpcId)}.`;
    checkpoints.push(unknownPass({ code: "NOT_EVALUATED_UNREAD", resourceId: vpcId, message }));
  }
  return endpoint;
}

/** S3's interface endpoint may leave its name to on-premises askers, while the VPC keeps to the gateway endpoint. */
function isForResolverOnly({ DnsOptions }: Resource<"VpcEndpoints">): boolean {
  return DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint === true;
}

function privateDnsOff({ VpcEndpointId }: Identified<"VpcEndpoints">, why: string): NotEvaluated {
  return {
    code: "ENDPOINT_PRIVATE_DNS_OFF",
    resourceId: VpcEndpointId,
    message: `${VpcEndpointId} is not used under the service's own name: ${why}, so the name leads to public addresses.`,
    affectsVerdict: false,
  };
}

/** The service's published ranges where a prefix list names them, else somewhere on the internet. */
function publicTargets(
  index: NetworkIndex,
  vpcId: string,
  service: string,
  prefixListId = prefixListOf(index, vpcId, service),
): Target[] {
  const listed = prefixListId === undefined ? {} : { prefixListId };
  const list = prefixListId === undefined ? undefined : prefixListRanges(index.network, prefixListId);
  const ranges = list?.status === "known" ? list.ranges.filter(({ family }) => family === 4) : [];
  if (ranges.length > 0) {
    const known = { isInternetAtLarge: false, receiver: null, ofService: { service, unread: null } };
    return ranges.map((range) => ({ range: { ...range }, ...known, ...listed }));
  }
  const unread = list?.status === "unknown" ? list.reason : whyUnread(index, vpcId);
  const ofService = { service, unread };
  return [{ range: internetAtLarge(4), isInternetAtLarge: true, receiver: null, ofService, ...listed }];
}

function whyUnread({ network }: NetworkIndex, vpcId: string): string {
  const calls = ["DescribePrefixLists", "DescribeManagedPrefixLists"] as const;
  const gaps = gapsOf(network, calls, network.vpcs.get(vpcId)).map(({ message }) => message);
  return ["no prefix list that was read names them", ...gaps].join("; ");
}

/** By its name, or as the list of the route that leads to the service's gateway endpoint. */
function prefixListOf(index: NetworkIndex, vpcId: string, service: string): string | undefined {
  const region = index.network.vpcs.get(vpcId)?.region ?? "";
  const named = namedPrefixList(index, `${region} ${service}`);
  if (named !== undefined) return named;
  const gateways = endpointsFor(index, vpcId, service).map(({ resource }) => resource.VpcEndpointId);
  return listsByEndpoint(index, vpcId).find(([endpointId]) => gateways.includes(endpointId))?.[1];
}

/** The prefix lists of the routes to each gateway endpoint. */
function listsByEndpoint(index: NetworkIndex, vpcId: string): [endpointId: string, prefixListId: string][] {
  return index
    .routeTablesOfVpc(vpcId)
    .flatMap(({ routes, unresolved }) => [...routes, ...unresolved])
    .flatMap(({ prefixListId, target }): [string, string][] =>
      prefixListId !== null && target.kind === "gateway-endpoint" ? [[target.id, prefixListId]] : [],
    );
}

const WITH_GATEWAY_ENDPOINTS = /(^|\.)(s3|dynamodb)$/;

/** A list without a name, on the way to an endpoint that nobody read, may be the service's. */
function targetsByUnreadLists(index: NetworkIndex, vpcId: string, service: string): Target[] {
  if (!WITH_GATEWAY_ENDPOINTS.test(service) || prefixListOf(index, vpcId, service) !== undefined) return [];
  const { vpcEndpoints, prefixLists, managedPrefixLists } = index.network;
  const unread = listsByEndpoint(index, vpcId).filter(
    ([endpointId, listId]) =>
      !vpcEndpoints.has(endpointId) && !prefixLists.has(listId) && !managedPrefixLists.has(listId),
  );
  const listIds = new Set(unread.map(([, listId]) => listId));
  return [...listIds].flatMap((listId) => publicTargets(index, vpcId, service, listId));
}

const namedPrefixList = keptPerIndex(({ network }, key): string | undefined => {
  const [region = "", service = ""] = key.split(" ");
  for (const lists of [network.prefixLists, network.managedPrefixLists]) {
    for (const [prefixListId, { resource, region: own }] of lists) {
      if (isService(resource.PrefixListName, service, own) && (region === "" || own === region))
        return prefixListId;
    }
  }
  return undefined;
});

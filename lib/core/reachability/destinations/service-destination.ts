import { coverageOf, describeGap, gapsOf } from "../../network/coverage-of";
import type { Located, Resource } from "../../network/network";
import type { Identified } from "../../network/resource-id";
import { parseServiceName } from "../../network/service-name";
import { prefixListRanges } from "../compile/prefix-list";
import { unknownPass, type Checkpoint } from "../filters/checkpoint";
import { keptPerIndex } from "../index/kept";
import type { NetworkIndex } from "../index/network-index";
import { internetAtLarge } from "../question/internet-range";
import type { NotEvaluated } from "../trace";
import { endpointTargets } from "./endpoint-targets";
import { attributeGap, hasPrivateNames, resolveNames } from "./name-resolution";
import { destinationOf, type Destination, type Target } from "./target";

type VpcEndpoint = Located<Identified<"VpcEndpoints">>;

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
  const gap = describeGap(
    "DescribeVpcEndpoints",
    coverageOf(index.network, "DescribeVpcEndpoints", index.network.vpcs.get(vpcId)),
  );
  if (gap !== undefined) {
    const message = `Whether an interface endpoint of ${vpcId} takes ${service} is not known: ${gap}.`;
    checkpoints.push(unknownPass({ code: "NOT_EVALUATED_UNREAD", resourceId: vpcId, message }));
  }
  return destinationOf(publicTargets(index, vpcId, service), "in-turn", { ...rest, checkpoints, notes });
}

/** Those of the service in the VPC's own Region, gateway endpoints too, in the order of their ids. */
export function endpointsFor(index: NetworkIndex, vpcId: string, service: string): readonly VpcEndpoint[] {
  return index
    .vpcEndpointsOfVpc(vpcId)
    .filter(({ resource, region }) => isService(resource.ServiceName, service, region));
}

const GONE: ReadonlySet<string> = new Set(["deleted", "deleting", "rejected", "expired", "failed"]);

/**
 * By its whole name, or by its short one, which means the service of the asker's own Region: an endpoint may be for that
 * of another. A list that somebody named so is no service's. Source: PrivateLink Guide, "Cross-region enabled services".
 */
function isService(serviceName: string | undefined, asked: string, region: string | null): boolean {
  if (serviceName === undefined) return false;
  const parts = parseServiceName(serviceName);
  if (!parts) return false;
  const { region: own = region, service } = parts;
  return serviceName === asked || (service === asked && (own === region || region === null));
}

function privateEndpoint(
  index: NetworkIndex,
  vpcId: string,
  endpoints: readonly VpcEndpoint[],
  checkpoints: Checkpoint[],
  notes: NotEvaluated[],
): VpcEndpoint | undefined {
  const own = endpoints.filter(
    ({ resource }) =>
      resource.VpcEndpointType === "Interface" && !GONE.has(resource.State?.toLowerCase() ?? ""),
  );
  const named = own.filter(
    ({ resource }) => resource.PrivateDnsEnabled === true && !isForResolverOnly(resource),
  );
  for (const { resource } of own) {
    if (!named.some((one) => one.resource === resource))
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
function publicTargets(index: NetworkIndex, vpcId: string, service: string): Target[] {
  const prefixListId = prefixListOf(index, vpcId, service);
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
  if (gateways.length === 0) return undefined;
  for (const { routes, unresolved } of index.routeTablesOfVpc(vpcId)) {
    for (const { prefixListId, target } of [...routes, ...unresolved]) {
      if (prefixListId !== null && gateways.includes(target.id)) return prefixListId;
    }
  }
  return undefined;
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

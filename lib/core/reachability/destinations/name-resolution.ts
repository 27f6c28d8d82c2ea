import { coverageOf, describeGap } from "../../network/coverage-of";
import { blockAll, unknownPass, type Checkpoint } from "../filters/checkpoint";
import type { NetworkIndex } from "../index/network-index";
import { keptPerIndex } from "../index/kept";
import { parseCidr, type AddressRange } from "../sets/address-range";
import type { Hop } from "../trace";

export interface NameResolution {
  checkpoints: Checkpoint[];
  hops: Hop[];
  /** Servers of the DHCP options, in place of Amazon's resolver or beside it. */
  dnsServers: AddressRange[];
  /** Whether Amazon's resolver answers beside them; null where that was not read. */
  isAmazonBeside: boolean | null;
}

/**
 * Names are resolved by Amazon's resolver, which the VPC may have off, or by the servers of its DHCP options.
 * Source: VPC User Guide, "DNS attributes for your VPC", "DHCP option sets".
 */
export const resolveNames = keptPerIndex((index, vpcId): NameResolution => {
  const hops: Hop[] = [{ kind: "dns", resourceId: vpcId }];
  const alone = { hops, dnsServers: [], isAmazonBeside: false };
  const servers = customServers(index, vpcId);
  if (servers.status === "unknown") return { ...alone, checkpoints: [unread(vpcId, servers.reason)] };
  const support = dnsAttribute(index, vpcId, "EnableDnsSupport");
  if (servers.ranges.length > 0) {
    const isAmazonBeside = servers.isAmazonNamed && support;
    return { checkpoints: [], hops, dnsServers: servers.ranges, isAmazonBeside };
  }
  if (support === null) return { ...alone, checkpoints: [unread(vpcId, attributeGap(index, vpcId))] };
  return { ...alone, checkpoints: support ? [] : [resolverIsOff(vpcId)] };
});

function resolverIsOff(vpcId: string): Checkpoint {
  return blockAll({
    code: "DNS_RESOLUTION_DISABLED",
    direction: "forward",
    effect: "connectivity",
    resourceId: vpcId,
    evidence: [{ resourceId: vpcId, fact: "enableDnsSupport false" }],
    message: `Names are not resolved in ${vpcId}: enableDnsSupport is false.`,
  });
}

/** Whether private DNS names of endpoints are in effect: both attributes must be on. Null where they were not read. */
export function hasPrivateNames(index: NetworkIndex, vpcId: string): boolean | null {
  const support = dnsAttribute(index, vpcId, "EnableDnsSupport");
  const hostnames = dnsAttribute(index, vpcId, "EnableDnsHostnames");
  if (support === false || hostnames === false) return false;
  return support === null || hostnames === null ? null : true;
}

function dnsAttribute(
  { network }: NetworkIndex,
  vpcId: string,
  attribute: "EnableDnsSupport" | "EnableDnsHostnames",
): boolean | null {
  return network.vpcAttributes.get(vpcId)?.resource[attribute]?.Value ?? null;
}

export function attributeGap({ network }: NetworkIndex, vpcId: string): string {
  const call = "DescribeVpcAttribute";
  return (
    describeGap(call, coverageOf(network, call, network.vpcs.get(vpcId))) ??
    `no answer of ${call} names ${vpcId}`
  );
}

function unread(vpcId: string, reason: string): Checkpoint {
  const message = `Whether names are resolved in ${vpcId} is not known: ${reason}.`;
  return unknownPass({ code: "NOT_EVALUATED_UNREAD", resourceId: vpcId, message });
}

const AMAZON = "AmazonProvidedDNS";

type CustomServers =
  { status: "known"; ranges: AddressRange[]; isAmazonNamed: boolean } | { status: "unknown"; reason: string };

function customServers({ network }: NetworkIndex, vpcId: string): CustomServers {
  const vpc = network.vpcs.get(vpcId);
  if (!vpc) {
    const gap = describeGap("DescribeVpcs", coverageOf(network, "DescribeVpcs"));
    return { status: "unknown", reason: gap ?? `${vpcId} is not among the VPCs read` };
  }
  const optionsId = vpc.resource.DhcpOptionsId;
  // `default` stands for no option set: Amazon's resolver.
  if (optionsId === undefined || optionsId === "default")
    return { status: "known", ranges: [], isAmazonNamed: true };
  const options = network.dhcpOptions.get(optionsId)?.resource;
  if (!options) {
    const gap = describeGap("DescribeDhcpOptions", coverageOf(network, "DescribeDhcpOptions", vpc));
    return { status: "unknown", reason: gap ?? `${optionsId} is not among the DHCP options read` };
  }
  const values = (options.DhcpConfigurations ?? [])
    .filter(({ Key }) => Key === "domain-name-servers")
    .flatMap(({ Values }) => (Values ?? []).flatMap(({ Value }) => Value ?? []))
    .sort();
  const servers = values.filter((value) => value !== AMAZON);
  const ranges = servers.map((server) => parseCidr(server)).filter((range) => range !== null);
  const isRead = ranges.length === servers.length;
  return isRead
    ? { status: "known", ranges, isAmazonNamed: values.includes(AMAZON) }
    : { status: "unknown", reason: `${optionsId} names a server without an address` };
}

import { createHash } from "node:crypto";
import type { DnsEntry, DnsOptionsSpecification, ServiceDetail, VpcEndpoint } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";
import { invalid, isEnding } from "./endpoint-ids";

/** The zone in which AWS keeps the names of endpoints, made up from the region. */
const HOSTED_ZONE = "Z1HUB23UULQXV";

/**
 * Whether an interface endpoint answers to its service's own name: yes, where the service has one, unless it is said
 * otherwise. Throws InvalidParameter where the VPC's attributes, or another endpoint, do not allow it.
 */
export function readPrivateDns(
  regionWorld: RegionWorld,
  asked: {
    vpcId: string | undefined;
    service: ServiceDetail;
    isEnabled: boolean | undefined;
    options: DnsOptionsSpecification | undefined;
    self?: string | undefined;
  },
): boolean {
  const { vpcId = "", service, options } = asked;
  const name = service.PrivateDnsName;
  const isEnabled = asked.isEnabled ?? name !== undefined;
  if (!isEnabled) return false;
  if (name === undefined) {
    throw invalid(
      `Private DNS can't be enabled because the service ${service.ServiceName ?? ""} does not provide a private DNS name.`,
    );
  }
  const attributes = regionWorld.vpcAttributes[vpcId];
  if (attributes?.enableDnsSupport !== true || !attributes.enableDnsHostnames) {
    throw invalid(
      `Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for ${vpcId}`,
    );
  }
  const others = regionWorld.vpcEndpoints.filter(
    (endpoint) =>
      endpoint.VpcId === vpcId &&
      endpoint.ServiceName === service.ServiceName &&
      endpoint.VpcEndpointId !== asked.self &&
      !isEnding(endpoint),
  );
  if (others.some((endpoint) => endpoint.PrivateDnsEnabled === true)) {
    throw invalid(
      `private-dns-enabled cannot be set because there is already a conflicting DNS domain for ${name.replace("*.", "")} in the VPC ${vpcId}`,
    );
  }
  // Of the services with endpoints of both types, S3 alone has a private name: by default for callers from outside only.
  const isForInbound =
    name.startsWith("*.s3.") && options?.PrivateDnsOnlyForInboundResolverEndpoint !== false;
  if (isForInbound && !others.some((endpoint) => endpoint.VpcEndpointType === "Gateway")) {
    throw invalid(
      `To set PrivateDnsOnlyForInboundResolverEndpoint to true, the VPC ${vpcId} must have a Gateway endpoint for the service.`,
    );
  }
  return true;
}

/** The names of an interface endpoint: its own, one for each zone, and with private DNS the service's. */
export function toDnsEntries(
  regionWorld: RegionWorld,
  endpoint: VpcEndpoint,
  service: ServiceDetail,
): DnsEntry[] {
  const suffix = createHash("sha256")
    .update(endpoint.VpcEndpointId ?? "")
    .digest("hex")
    .slice(0, 8);
  const base = service.BaseEndpointDnsNames?.[0] ?? "";
  const zones = regionWorld.subnets
    .filter((subnet) => endpoint.SubnetIds?.includes(subnet.SubnetId ?? ""))
    .flatMap((subnet) => subnet.AvailabilityZone ?? []);
  const own = `${endpoint.VpcEndpointId ?? ""}-${suffix}`;
  return [
    ...[own, ...zones.map((zone) => `${own}-${zone}`)].map((host) => ({
      DnsName: `${service.PrivateDnsName?.startsWith("*.") === true ? "*." : ""}${host}.${base}`,
      HostedZoneId: HOSTED_ZONE,
    })),
    ...(endpoint.PrivateDnsEnabled === true && service.PrivateDnsName !== undefined
      ? [{ DnsName: service.PrivateDnsName, HostedZoneId: `Z0${suffix.toUpperCase()}` }]
      : []),
  ];
}

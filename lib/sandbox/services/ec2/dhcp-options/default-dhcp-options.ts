import type { DhcpOptions } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";
import type { Place } from "../routes/make-route-table";

/** The domain in which a region's instances have their private names (VPC user guide: "DNS attributes"). */
function privateDomain(region: string): string {
  return region === "us-east-1" ? "ec2.internal" : `${region}.compute.internal`;
}

function isDefault(options: DhcpOptions, regionWorld: RegionWorld): boolean {
  const [domain, servers] = options.DhcpConfigurations ?? [];
  return (
    options.DhcpConfigurations?.length === 2 &&
    domain?.Values?.[0]?.Value === privateDomain(regionWorld.region) &&
    servers?.Values?.[0]?.Value === "AmazonProvidedDNS"
  );
}

/** The id of the region's one set that Amazon provides; made when it is needed first. */
export function defaultDhcpOptionsId({ regionWorld, ids }: Place): string {
  const known = regionWorld.dhcpOptions.find((options) => isDefault(options, regionWorld));
  if (known?.DhcpOptionsId !== undefined) return known.DhcpOptionsId;
  const id = ids.id("dopt");
  regionWorld.dhcpOptions.push({
    DhcpOptionsId: id,
    OwnerId: regionWorld.accountId,
    DhcpConfigurations: [
      { Key: "domain-name", Values: [{ Value: privateDomain(regionWorld.region) }] },
      { Key: "domain-name-servers", Values: [{ Value: "AmazonProvidedDNS" }] },
    ],
    Tags: [],
  });
  return id;
}

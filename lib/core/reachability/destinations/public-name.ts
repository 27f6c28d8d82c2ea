import { coverageOf, describeGap } from "../../network/coverage-of";
import type { Resource } from "../../network/network";
import type { ReadCall } from "../../network/calls";
import { unknownPass } from "../filters/checkpoint";
import type { NetworkIndex } from "../index/network-index";
import type { Destination, Target } from "./target";

interface PublicName {
  /** What has the name. */
  resourceId: string;
  /** At its interfaces. */
  targets: readonly Target[];
  /** Whether Amazon's resolver gives private addresses within the VPC, as of a database. */
  isPrivateWithin: boolean;
}

type Led = Pick<Destination, "targets" | "checkpoints" | "notes">;

/**
 * Where a public name leads from a VPC: to private addresses where Amazon's resolver gives these, else to the public ones.
 * Source: RDS User Guide, "Hiding a DB instance in a VPC from the internet"; ELB User Guide, "Load balancer scheme".
 */
export function byPublicName(index: NetworkIndex, vpcId: string, name: PublicName): Led {
  const { resourceId, targets, isPrivateWithin } = name;
  const asPrivate: Led = { targets, checkpoints: [], notes: [] };
  const owner = targets[0]?.receiver?.vpcId;
  if (owner === undefined) return asPrivate;
  const isPrivate = isPrivateWithin && givesPrivateAddresses(index, vpcId, owner);
  if (isPrivate === true) return asPrivate;
  const seen = targets.flatMap(publicTargets);
  const code = "NOT_EVALUATED_DNS" as const;
  if (seen.length === 0) {
    // Its groups refuse whichever way packets take, so the private one is asked.
    const message = `Which public address ${resourceId} has, to which its name leads in ${vpcId}, is not known.`;
    return { ...asPrivate, checkpoints: [unknownPass({ code, resourceId, message })] };
  }
  if (isPrivate === false) return { ...asPrivate, targets: seen };
  const message = `Whether the name of ${resourceId} gives its private or its public address in ${vpcId} is not known.`;
  return {
    ...asPrivate,
    targets: [...targets, ...seen],
    notes: [{ code, resourceId, message, affectsVerdict: false }],
  };
}

/** Found by its address, as any other on the internet is. */
function publicTargets({ range, receiver }: Target): Target[] {
  const own = receiver?.addresses.find((one) => one.range.first === range.first)?.publicRange;
  return own?.family === 4 ? [{ range: { ...own }, isInternetAtLarge: false, receiver: null }] : [];
}

/**
 * Within the VPC, over a peering connection whose owner's side allows it, and over a transit gateway with DNS support.
 * Null where that was not read. Source: VPC Peering Guide, "Enable DNS resolution"; Transit Gateway Guide, "DNS support".
 */
function givesPrivateAddresses(index: NetworkIndex, asker: string, owner: string): boolean | null {
  if (asker === owner) return true;
  const ways = [...overPeerings(index, asker, owner), ...overTransitGateways(index, asker, owner)];
  if (ways.includes(true)) return true;
  return ways.includes(null) ? null : false;
}

function overPeerings(index: NetworkIndex, asker: string, owner: string): (boolean | null)[] {
  const ways = [...index.network.vpcPeeringConnections.values()].flatMap(({ resource }) => {
    const { RequesterVpcInfo, AccepterVpcInfo, Status } = resource;
    if (Status?.Code !== undefined && Status.Code !== "active") return [];
    const sides = [RequesterVpcInfo, AccepterVpcInfo];
    const own = sides.find((side) => side?.VpcId === owner);
    if (!own || !sides.some((side) => side?.VpcId === asker)) return [];
    return [own.PeeringOptions?.AllowDnsResolutionFromRemoteVpc ?? null];
  });
  return [...ways, ...unread(index, asker, "DescribeVpcPeeringConnections")];
}

function overTransitGateways(index: NetworkIndex, asker: string, owner: string): (boolean | null)[] {
  const attachments = [...index.network.transitGatewayVpcAttachments.values()].map(
    ({ resource }) => resource,
  );
  const of = (vpcId: string) =>
    attachments.filter(({ VpcId, State }) => VpcId === vpcId && State === "available");
  const ways = of(asker).flatMap((one) =>
    of(owner)
      .filter(({ TransitGatewayId }) => TransitGatewayId === one.TransitGatewayId)
      .map((other) => supportsDns(index, [one, other])),
  );
  return [...ways, ...unread(index, asker, "DescribeTransitGatewayVpcAttachments")];
}

function supportsDns(
  index: NetworkIndex,
  attachments: readonly Resource<"TransitGatewayVpcAttachments">[],
): boolean | null {
  const gateway = index.network.transitGateways.get(String(attachments[0]?.TransitGatewayId))?.resource;
  const all = [gateway, ...attachments].map((one) => one?.Options?.DnsSupport);
  if (all.includes("disable")) return false;
  return all.every((one) => one === "enable") ? true : null;
}

function unread(index: NetworkIndex, vpcId: string, call: ReadCall): null[] {
  const { network } = index;
  return describeGap(call, coverageOf(network, call, network.vpcs.get(vpcId))) === undefined ? [] : [null];
}

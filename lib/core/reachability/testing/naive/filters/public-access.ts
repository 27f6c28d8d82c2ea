import type { Network } from "@/lib/core/network/network";
import { Blocked, isComplete, type Walk } from "../walk";

type Way = "direct" | "nat-gateway" | "egress-only" | "inbound";
type Mode = "off" | "block-ingress" | "block-bidirectional" | "allow-egress";

/** VPC Block Public Access at the subnet (null: the VPC alone) that touches the gateway. */
export function passPublicAccess(walk: Walk, vpcId: string, subnetId: string | null, way: Way): void {
  const { network, doubts } = walk;
  const mode = modeOf(network, vpcId, subnetId);
  if (mode === "off") return;
  if (mode === "allow-egress" && way !== "inbound") return;
  if (mode === "block-ingress" && (way === "nat-gateway" || way === "egress-only")) return;
  // An exclusion that nobody read may let it pass.
  if (isComplete(network, "DescribeVpcBlockPublicAccessExclusions", vpcId))
    throw new Blocked("VPC_BLOCK_PUBLIC_ACCESS_ENABLED");
  doubts.push("NOT_EVALUATED_UNREAD DescribeVpcBlockPublicAccessExclusions");
}

function modeOf(network: Network, vpcId: string, subnetId: string | null): Mode {
  const vpc = network.vpcs.get(vpcId);
  const subnet = subnetId === null ? undefined : network.subnets.get(subnetId);
  const mode =
    subnet?.resource.BlockPublicAccessStates?.InternetGatewayBlockMode ??
    vpc?.resource.BlockPublicAccessStates?.InternetGatewayBlockMode ??
    accountMode(network, vpc?.resource.OwnerId ?? vpc?.accountId, vpc?.region);
  if (mode === "off") return "off";
  const exclusion = exclusionOf(network, vpcId, subnetId);
  if (exclusion === "allow-bidirectional") return "off";
  return exclusion === "allow-egress" ? "allow-egress" : mode;
}

function accountMode(
  network: Network,
  ownerId: string | null | undefined,
  region: string | null | undefined,
) {
  for (const { resource } of network.vpcBlockPublicAccessOptions.values()) {
    if (resource.AwsAccountId !== ownerId || resource.AwsRegion !== region) continue;
    return resource.InternetGatewayBlockMode ?? "off";
  }
  return "off";
}

function exclusionOf(network: Network, vpcId: string, subnetId: string | null): string | undefined {
  for (const { resource } of network.vpcBlockPublicAccessExclusions.values()) {
    if (resource.State !== "create-complete" && resource.State !== "update-complete") continue;
    const excluded = resource.ResourceArn?.split("/").at(-1);
    if (excluded === vpcId || (subnetId !== null && excluded === subnetId))
      return resource.InternetGatewayExclusionMode;
  }
  return undefined;
}

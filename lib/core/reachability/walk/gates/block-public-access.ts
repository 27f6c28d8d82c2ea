import type { NetworkIndex } from "../../index/network-index";
import { gapIn } from "../unread";
import { block, unknown, type Walk } from "../walk";

type Way = "direct-egress" | "direct-ingress" | "nat-or-egress-only";

interface Effective {
  mode: string;
  /** An exclusion, where there is one. */
  exclusion: "allow-bidirectional" | "allow-egress" | null;
  evidence: string;
}

/**
 * Whether VPC Block Public Access lets internet traffic pass. `block-ingress` leaves only NAT and egress-only gateways,
 * which open connections outwards; `block-bidirectional` leaves nothing. Source: VPC User Guide, "Block public access".
 */
export function checkBlockPublicAccess(walk: Walk, vpcId: string, subnetId: string | null, way: Way): void {
  if (walk.direction === "return") return;
  const { mode, exclusion, evidence } = effectiveBlock(walk.index, vpcId, subnetId);
  if (mode === "off" || exclusion === "allow-bidirectional") return;
  if (exclusion === "allow-egress" && way !== "direct-ingress") return;
  if (mode === "block-ingress" && way === "nat-or-egress-only") return;
  const gap = gapIn(walk.index.network, "DescribeVpcBlockPublicAccessExclusions", vpcId);
  if (gap !== undefined) {
    const message = `Whether an exclusion from VPC Block Public Access (${mode}) holds in ${vpcId} is not known: ${gap}.`;
    unknown(walk, { code: "NOT_EVALUATED_UNREAD", resourceId: vpcId, message });
    return;
  }
  block(walk, {
    code: "VPC_BLOCK_PUBLIC_ACCESS_ENABLED",
    resourceId: subnetId ?? vpcId,
    evidence: [{ resourceId: subnetId ?? vpcId, fact: evidence }],
    message: `VPC Block Public Access (${mode}) stops internet traffic of ${subnetId ?? vpcId}.`,
  });
}

/** The value in effect for a subnet; accounts older than the feature have none, which is off. */
function effectiveBlock({ network }: NetworkIndex, vpcId: string, subnetId: string | null): Effective {
  const subnet = subnetId === null ? undefined : network.subnets.get(subnetId);
  const vpc = network.vpcs.get(vpcId);
  const own =
    subnet?.resource.BlockPublicAccessStates?.InternetGatewayBlockMode ??
    vpc?.resource.BlockPublicAccessStates?.InternetGatewayBlockMode;
  const place = subnet ?? vpc;
  const options =
    place && network.vpcBlockPublicAccessOptions.get([place.accountId, place.region].join(" "))?.resource;
  const mode = own ?? options?.InternetGatewayBlockMode ?? "off";
  const exclusion = findExclusion(network, [subnetId ?? vpcId, vpcId]);
  return {
    mode,
    exclusion,
    evidence: `InternetGatewayBlockMode ${mode}${exclusion ? `, exclusion ${exclusion}` : ""}`,
  };
}

const IN_FORCE: ReadonlySet<string | undefined> = new Set([undefined, "create-complete", "update-complete"]);

/** The wider one counts, be it the subnet's or the VPC's. */
function findExclusion(
  { vpcBlockPublicAccessExclusions }: NetworkIndex["network"],
  ids: readonly string[],
): Effective["exclusion"] {
  const modes = [...vpcBlockPublicAccessExclusions.values()]
    .map(({ resource }) => resource)
    .filter(
      ({ State, ResourceArn }) => IN_FORCE.has(State) && ids.some((id) => ResourceArn?.endsWith(`/${id}`)),
    )
    .map(({ InternetGatewayExclusionMode }) => InternetGatewayExclusionMode);
  const order = ["allow-bidirectional", "allow-egress"] as const;
  return order.find((mode) => modes.includes(mode)) ?? null;
}

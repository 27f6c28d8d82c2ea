import type { NetworkInterface } from "@aws-sdk/client-ec2";
import type { HandlerContext } from "../../../handler";

/** A pool of the sandbox's own within Amazon's range 3.248.0.0/13, apart from Elastic IP addresses. */
function poolAddress(id: string): string {
  const [a = 0, b = 0, c = 0] = [-6, -4, -2].map((at) => Number.parseInt(id.slice(at).slice(0, 2), 16));
  return ["3", String(248 + (a % 8)), String(b), String(c)].join(".");
}

/** Gives an interface a public address of Amazon's, as a subnet does that maps public addresses on launch. */
export function associateAmazonAddress(
  { regionWorld, ids }: Pick<HandlerContext, "regionWorld" | "ids">,
  eni: NetworkInterface,
): void {
  const PublicIp = poolAddress(ids.id("ip"));
  const hasNames = regionWorld.vpcAttributes[eni.VpcId ?? ""]?.enableDnsHostnames === true;
  const { region } = regionWorld;
  const zone = region === "us-east-1" ? "compute-1.amazonaws.com" : `${region}.compute.amazonaws.com`;
  const PublicDnsName = hasNames ? `ec2-${PublicIp.replaceAll(".", "-")}.${zone}` : "";
  const association = { IpOwnerId: "amazon", PublicDnsName, PublicIp };
  eni.Association = association;
  for (const address of eni.PrivateIpAddresses ?? []) {
    if (address.Primary === true) address.Association = association;
  }
}

/** Takes that address away again: "when you stop your instance, it loses its public IPv4 address" (EC2 user guide). */
export function releaseAmazonAddress(eni: NetworkInterface): void {
  if (eni.Association?.IpOwnerId !== "amazon") return;
  delete eni.Association;
  for (const address of eni.PrivateIpAddresses ?? []) delete address.Association;
}

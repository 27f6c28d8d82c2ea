import type { Endpoint, EndpointAddress } from "../index/endpoint";
import type { NetworkIndex } from "../index/network-index";
import { parseCidr, type AddressRange } from "../sets/address-range";

/** A NAT gateway as the sender of what it rewrote: its primary address first; it has no security groups. */
export function natEndpoint(
  index: NetworkIndex,
  { natGatewayId, vpcId, subnetId }: { natGatewayId: string; vpcId: string; subnetId: string | null },
): Endpoint {
  const located = index.network.natGateways.get(natGatewayId);
  const gateway = located?.resource ?? {};
  const isPublic = gateway.ConnectivityType !== "private";
  const addresses = [...(gateway.NatGatewayAddresses ?? [])]
    .sort((a, b) => rank(a) - rank(b) || ((a.PrivateIp ?? "") < (b.PrivateIp ?? "") ? -1 : 1))
    .flatMap(({ PrivateIp, PublicIp }): EndpointAddress[] => {
      const publicRange = PublicIp !== undefined && isPublic ? parseCidr(PublicIp) : null;
      const range = parseCidr(PrivateIp ?? "") ?? publicRange;
      return range ? [{ range, publicRange }] : [];
    });
  return {
    id: natGatewayId,
    networkInterfaceId: null,
    instanceId: null,
    role: "nat-gateway",
    vpcId,
    subnetId: subnetId ?? "",
    addresses: addresses.length > 0 ? addresses : somewhereIn(index, subnetId, isPublic),
    securityGroupIds: [],
    sourceDestCheck: false,
    status: null,
    captureIndex: located?.captureIndex ?? 0,
    interfaceType: "nat_gateway",
    description: "",
  };
}

function rank({ IsPrimary }: { IsPrimary?: boolean | undefined }): number {
  return IsPrimary === true ? 0 : 1;
}

/** A recording may lack the addresses: then its public one is taken for granted, as AWS gives a public one always. */
function somewhereIn(index: NetworkIndex, subnetId: string | null, isPublic: boolean): EndpointAddress[] {
  const range: AddressRange | undefined =
    subnetId === null ? undefined : index.subnet(subnetId)?.ranges.find(({ family }) => family === 4);
  return range ? [{ range, publicRange: isPublic ? range : null }] : [];
}

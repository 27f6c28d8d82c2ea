import type { Endpoint, EndpointAddress } from "../index/endpoint";
import type { Resource } from "../../network/network";
import type { NetworkIndex } from "../index/network-index";
import { parseCidr, type AddressRange } from "../sets/address-range";

/** A NAT gateway as the sender of what it rewrote, with the addresses that it may use; it has no security groups. */
export function natEndpoint(
  index: NetworkIndex,
  { natGatewayId, vpcId, subnetId, zones }: NatPlace,
): Endpoint {
  const located = index.network.natGateways.get(natGatewayId);
  const gateway: Resource<"NatGateways"> = located?.resource ?? {};
  const isPublic = gateway.ConnectivityType !== "private";
  const addresses = addressesInUse(gateway, zones).flatMap(({ PrivateIp, PublicIp }): EndpointAddress[] => {
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

interface NatPlace {
  natGatewayId: string;
  vpcId: string;
  subnetId: string | null;
  /** Names and ids of the sender's zone: a regional one sends from its addresses there, where it has any. */
  zones: readonly string[];
}

type NatAddress = NonNullable<Resource<"NatGateways">["NatGatewayAddresses"]>[number];

function addressesInUse(gateway: Resource<"NatGateways">, zones: readonly string[]): NatAddress[] {
  const usable = [...(gateway.NatGatewayAddresses ?? [])]
    .filter(({ Status }) => Status === undefined || Status === "succeeded")
    .sort((a, b) => rank(a) - rank(b) || ((a.PrivateIp ?? "") < (b.PrivateIp ?? "") ? -1 : 1));
  const own = usable.filter(
    ({ AvailabilityZone = "", AvailabilityZoneId = "" }) =>
      zones.includes(AvailabilityZone) || zones.includes(AvailabilityZoneId),
  );
  return own.length > 0 ? own : usable;
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

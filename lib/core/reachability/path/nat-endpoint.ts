import type { Resource } from "../../network/network";
import type { Identified } from "../../network/resource-id";
import type { Endpoint, EndpointAddress } from "../index/endpoint";
import type { NetworkIndex } from "../index/network-index";
import { parseCidr } from "../sets/address-range";

interface NatPlace {
  gateway: Identified<"NatGateways">;
  vpcId: string;
  /** Names and ids of the sender's zone: a regional one sends from its addresses there, where it has any. */
  zones: readonly string[];
}

/** A NAT gateway as the sender of what it rewrote, with the addresses that it may use; it has no security groups. */
export function natEndpoint(index: NetworkIndex, { gateway, vpcId, zones }: NatPlace): Endpoint {
  const { NatGatewayId, SubnetId: subnetId = "" } = gateway;
  const isPublic = gateway.ConnectivityType !== "private";
  const addresses = addressesInUse(gateway, zones).flatMap((one) => addressOf(one, isPublic));
  return {
    id: NatGatewayId,
    networkInterfaceId: null,
    instanceId: null,
    role: "nat-gateway",
    vpcId,
    subnetId,
    addresses: addresses.length > 0 ? addresses : somewhereIn(index, subnetId, isPublic),
    securityGroupIds: [],
    sourceDestCheck: false,
    status: null,
    interfaceType: "nat_gateway",
    description: "",
  };
}

type NatAddress = NonNullable<Resource<"NatGateways">["NatGatewayAddresses"]>[number];

/** A regional one tells no private addresses: it stands for itself at its public ones. */
function addressOf({ PrivateIp = "", PublicIp = "" }: NatAddress, isPublic: boolean): EndpointAddress[] {
  const publicRange = isPublic ? parseCidr(PublicIp) : null;
  const range = parseCidr(PrivateIp) ?? publicRange;
  return range ? [{ range, publicRange }] : [];
}

function addressesInUse(
  { NatGatewayAddresses = [] }: Resource<"NatGateways">,
  zones: readonly string[],
): NatAddress[] {
  const usable = NatGatewayAddresses.filter(
    ({ Status }) => Status === undefined || Status === "succeeded",
  ).sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  const own = usable.filter(
    ({ AvailabilityZone = "", AvailabilityZoneId = "" }) =>
      zones.includes(AvailabilityZone) || zones.includes(AvailabilityZoneId),
  );
  return own.length > 0 ? own : usable;
}

/** For one order whatever AWS's: it takes them in turn. */
function nameOf({ PrivateIp = "", PublicIp = "" }: NatAddress): string {
  return `${PrivateIp} ${PublicIp}`;
}

/** A recording may lack the addresses: then its public one is taken for granted, as AWS gives a public one always. */
function somewhereIn(index: NetworkIndex, subnetId: string, isPublic: boolean): EndpointAddress[] {
  const ranges = index.subnet(subnetId)?.ranges ?? [];
  return ranges
    .filter(({ family }) => family === 4)
    .map((range) => ({ range, publicRange: isPublic ? range : null }));
}

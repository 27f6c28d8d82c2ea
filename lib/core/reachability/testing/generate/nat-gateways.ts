import { add, type SubnetDraft, type VpcDraft, type World } from "./draft";
import { nextPublicAddress } from "./interfaces";

/** Zonal public and private ones at host 60, and now and then a regional one. */
export function addNatGateways(world: World): void {
  const { random } = world;
  for (const vpc of world.vpcs) {
    for (const subnet of vpc.subnets) {
      const isPublic = subnet.role === "public";
      if (random.chance(isPublic ? 0.75 : 0.08))
        addZonal(world, vpc, subnet, random.chance(isPublic ? 0.97 : 0.3));
    }
    if (random.chance(0.2)) addRegional(world, vpc);
  }
}

function addZonal(world: World, vpc: VpcDraft, subnet: SubnetDraft, isPublic: boolean): void {
  const { random } = world;
  const NatGatewayId = `nat-${subnet.id}`;
  const hosts = random.chance(0.1) ? [60, 61] : [60];
  vpc.natGatewayIds.push(NatGatewayId);
  const publicAddresses = new Map(isPublic ? hosts.map((host) => [host, nextPublicAddress(world)]) : []);
  add(vpc.place, "NatGateways", {
    NatGatewayId,
    VpcId: vpc.id,
    SubnetId: subnet.id,
    State: random.weighted(["available", 20], ["deleted", 1], ["failed", 1], ["pending", 1]),
    ConnectivityType: isPublic ? "public" : "private",
    ...(random.chance(0.5) ? { AvailabilityMode: "zonal" } : {}),
    ...(random.chance(0.03) ? { AttachedAppliances: [{ Type: "network-firewall-proxy" }] } : {}),
    NatGatewayAddresses: hosts.map((host) => ({
      PrivateIp: `${subnet.prefix}${host}`,
      ...publicPart(publicAddresses.get(host)),
      Status: "succeeded",
    })),
  });
  for (const host of hosts) {
    add(vpc.place, "NetworkInterfaces", {
      NetworkInterfaceId: `eni-${subnet.id}-${host}`,
      // What stands on the wire; the SDK's type has another spelling.
      InterfaceType: "nat_gateway" as "natGateway",
      VpcId: vpc.id,
      SubnetId: subnet.id,
      Status: "in-use",
      PrivateIpAddress: `${subnet.prefix}${host}`,
      ...(publicAddresses.has(host) ? { Association: publicPart(publicAddresses.get(host)) } : {}),
      Groups: [],
      SourceDestCheck: false,
    });
  }
}

function publicPart(PublicIp: string | undefined): { PublicIp?: string } {
  return PublicIp === undefined ? {} : { PublicIp };
}

function addRegional(world: World, vpc: VpcDraft): void {
  const { random } = world;
  const NatGatewayId = `nat-regional-${vpc.index}`;
  const RouteTableId = `rtb-regional-${vpc.index}`;
  vpc.natGatewayIds.push(NatGatewayId);
  const zones = random.chance(0.3) ? (["a", "b", "c"] as const) : (["a"] as const);
  add(vpc.place, "NatGateways", {
    NatGatewayId,
    VpcId: vpc.id,
    RouteTableId,
    State: "available",
    ConnectivityType: "public",
    AvailabilityMode: "regional",
    AutoProvisionZones: random.chance(0.5) ? "enabled" : "disabled",
    NatGatewayAddresses: zones.map((zone) => ({
      PublicIp: nextPublicAddress(world),
      AvailabilityZone: `${vpc.place.region}${zone}`,
      AvailabilityZoneId: `${vpc.place.region}-az-${zone}`,
      Status: "succeeded",
    })),
  });
  add(vpc.place, "RouteTables", {
    RouteTableId,
    VpcId: vpc.id,
    Associations: [],
    Routes: [
      { DestinationCidrBlock: vpc.cidr, GatewayId: "local", State: "active" },
      ...(vpc.internetGatewayId === null
        ? []
        : [
            { DestinationCidrBlock: "0.0.0.0/0", GatewayId: vpc.internetGatewayId, State: "active" } as const,
          ]),
    ],
  });
}

import { add, type PlaceDraft, type SubnetDraft, type VpcDraft, type World } from "./draft";
import type { Random } from "./random";

/** One account's VPCs, and now and then another's or another Region's; a few share a range. */
export function addVpcs(world: World): void {
  const { random } = world;
  const count = random.weighted([1, 25], [2, 40], [3, 35]);
  for (let index = 0; index < count; index += 1) {
    const place = index === 0 || random.chance(0.7) ? world.places[0] : random.maybe(world.places);
    if (!place) continue;
    const octet = index > 0 && random.chance(0.08) ? 0 : index;
    const vpc = draftVpc(world, place, index, octet);
    world.vpcs.push(vpc);
    addVpc(world, vpc);
    for (const subnet of vpc.subnets) addSubnet(vpc, subnet);
  }
}

function draftVpc({ random }: World, place: PlaceDraft, index: number, octet: number): VpcDraft {
  const ipv6Cidr = random.chance(0.5) ? `2600:1f18:${index + 1}00::/56` : null;
  const secondaryCidr = random.chance(0.15) ? `100.64.${index}.0/24` : null;
  // AWS writes addresses in their shortest form; an import may not.
  const zero = random.chance(0.1) ? "0" : "";
  const subnets = Array.from({ length: 2 + random.below(3) }, (_, number): SubnetDraft => {
    const prefix = `10.${octet}.${number}.`;
    return {
      id: `subnet-${index}${number}`,
      cidr: `${prefix}0/24`,
      prefix,
      ipv6Cidr: ipv6Cidr === null ? null : `2600:1f18:${index + 1}00:${zero}${number + 1}::/64`,
      zone: number === 0 ? "a" : random.weighted(["a", 5], ["b", 4], ["c", 1]),
      role: number === 0 ? "public" : random.weighted(["private", 7], ["public", 2], ["isolated", 1]),
    };
  });
  return {
    id: `vpc-${index}`,
    index,
    place,
    cidr: `10.${octet}.0.0/16`,
    secondaryCidr,
    ipv6Cidr,
    subnets,
    groupIds: [],
    internetGatewayId: null,
    egressOnlyId: null,
    vpnGatewayId: null,
    natGatewayIds: [],
    gatewayEndpointId: null,
    loadBalancerEndpointId: null,
    applianceIds: [],
    loadBalancerArns: [],
    functionNames: [],
    databaseIds: [],
    cacheIds: [],
    ways: [],
  };
}

function addVpc({ random }: World, vpc: VpcDraft): void {
  const { id, place, cidr, secondaryCidr, ipv6Cidr } = vpc;
  const state = secondaryCidr !== null && random.chance(0.1) ? "disassociated" : "associated";
  add(place, "Vpcs", {
    VpcId: id,
    OwnerId: place.accountId,
    CidrBlock: cidr,
    CidrBlockAssociationSet: [
      { CidrBlock: cidr, CidrBlockState: { State: "associated" } },
      ...(secondaryCidr === null
        ? []
        : [{ CidrBlock: secondaryCidr, CidrBlockState: { State: state } as const }]),
    ],
    ...(ipv6Cidr === null
      ? {}
      : {
          Ipv6CidrBlockAssociationSet: [
            { Ipv6CidrBlock: ipv6Cidr, Ipv6CidrBlockState: { State: "associated" } },
          ],
        }),
    DhcpOptionsId: addDhcpOptions(random, place, id),
    State: "available",
  });
  add(place, "VpcAttributes", {
    VpcId: id,
    EnableDnsSupport: { Value: !random.chance(0.2) },
    EnableDnsHostnames: { Value: random.chance(0.8) },
  });
}

/** Amazon's resolver, or servers of one's own: in the first VPC, on premises, or nowhere. */
function addDhcpOptions(random: Random, place: PlaceDraft, vpcId: string): string {
  const kind = random.weighted(["default", 6], ["amazon", 2], ["own", 3], ["both", 1], ["unread", 1]);
  if (kind === "default") return "default";
  const DhcpOptionsId = `dopt-${vpcId}`;
  const own = ["10.0.0.10", ...(random.chance(0.4) ? ["10.0.1.77"] : [])];
  const servers = {
    amazon: ["AmazonProvidedDNS"],
    own,
    both: ["AmazonProvidedDNS", "10.0.1.77"],
    unread: [],
  }[kind];
  if (kind !== "unread")
    add(place, "DhcpOptions", {
      DhcpOptionsId,
      DhcpConfigurations: [
        { Key: "domain-name", Values: [{ Value: "example.internal" }] },
        { Key: "domain-name-servers", Values: servers.map((Value) => ({ Value })) },
      ],
    });
  return DhcpOptionsId;
}

function addSubnet({ id: vpcId, place }: VpcDraft, subnet: SubnetDraft): void {
  add(place, "Subnets", {
    SubnetId: subnet.id,
    VpcId: vpcId,
    OwnerId: place.accountId,
    CidrBlock: subnet.cidr,
    ...(subnet.ipv6Cidr === null
      ? {}
      : {
          Ipv6CidrBlockAssociationSet: [
            { Ipv6CidrBlock: subnet.ipv6Cidr, Ipv6CidrBlockState: { State: "associated" } },
          ],
        }),
    AvailabilityZone: `${place.region}${subnet.zone}`,
    AvailabilityZoneId: `${place.region}-az-${subnet.zone}`,
    State: "available",
  });
}

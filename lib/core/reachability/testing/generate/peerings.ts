import type { Resource } from "@/lib/core/network/network";
import { add, type VpcDraft, type World } from "./draft";

/** Some pairs of VPCs, each seen from both accounts; a few are pending, a few lead to a VPC that nobody read. */
export function addPeerings(world: World): void {
  const { random, vpcs } = world;
  for (const [index, left] of vpcs.entries()) {
    for (const right of vpcs.slice(index + 1)) {
      if (left.cidr !== right.cidr && random.chance(0.5)) peer(world, left, right);
    }
  }
  const [first] = vpcs;
  if (first && random.chance(0.15)) peerWithUnread(world, first);
}

function info({ random }: World, { id, place, cidr, ipv6Cidr, secondaryCidr }: VpcDraft) {
  return {
    VpcId: id,
    OwnerId: place.accountId,
    Region: place.region,
    CidrBlock: cidr,
    CidrBlockSet: [{ CidrBlock: cidr }, ...(secondaryCidr === null ? [] : [{ CidrBlock: secondaryCidr }])],
    ...(ipv6Cidr === null ? {} : { Ipv6CidrBlockSet: [{ Ipv6CidrBlock: ipv6Cidr }] }),
    PeeringOptions: { AllowDnsResolutionFromRemoteVpc: random.chance(0.5) },
  };
}

function peer(world: World, left: VpcDraft, right: VpcDraft): void {
  const { random } = world;
  const VpcPeeringConnectionId = `pcx-${left.index}${right.index}`;
  const connection: Resource<"VpcPeeringConnections"> = {
    VpcPeeringConnectionId,
    Status: { Code: random.weighted(["active", 12], ["pending-acceptance", 1]) },
    RequesterVpcInfo: info(world, left),
    AccepterVpcInfo: info(world, right),
  };
  for (const place of new Set([left.place, right.place])) add(place, "VpcPeeringConnections", connection);
  const target = { VpcPeeringConnectionId };
  for (const [from, to] of [
    [left, right],
    [right, left],
  ] as const) {
    const subnet = random.maybe(to.subnets)?.cidr ?? to.cidr;
    const cidrs = [random.chance(0.75) ? to.cidr : subnet];
    from.ways.push({ target, cidrs: to.ipv6Cidr === null ? cidrs : [...cidrs, to.ipv6Cidr] });
  }
}

function peerWithUnread(world: World, vpc: VpcDraft): void {
  const VpcPeeringConnectionId = "pcx-far";
  add(vpc.place, "VpcPeeringConnections", {
    VpcPeeringConnectionId,
    Status: { Code: "active" },
    RequesterVpcInfo: info(world, vpc),
    AccepterVpcInfo: {
      VpcId: "vpc-far",
      OwnerId: "999999999999",
      Region: vpc.place.region,
      CidrBlock: "172.20.0.0/16",
      CidrBlockSet: [{ CidrBlock: "172.20.0.0/16" }],
    },
  });
  vpc.ways.push({ target: { VpcPeeringConnectionId }, cidrs: ["172.20.0.0/16"] });
}

import type { Resource } from "@/lib/core/network/network";
import { associatedGroup } from "./security-groups";
import { add, type SubnetDraft, type VpcDraft, type World } from "./draft";

type NetworkInterface = Resource<"NetworkInterfaces">;

/** Instances, a function and an appliance here and there, from host 10 of each subnet on. */
export function addInterfaces(world: World): void {
  for (const vpc of world.vpcs) {
    const borrowed = associatedGroup(world, vpc);
    if (borrowed !== null) vpc.groupIds.push(borrowed);
    for (const subnet of vpc.subnets) {
      addInstance(world, vpc, subnet, 10);
      if (world.random.chance(0.5)) addInstance(world, vpc, subnet, 11);
      if (world.random.chance(0.3)) addLambda(world, vpc, subnet);
      if (world.random.chance(0.15)) addAppliance(world, vpc, subnet);
    }
  }
}

export function draftInterface(
  { random }: World,
  vpc: VpcDraft,
  subnet: SubnetDraft,
  host: number,
): NetworkInterface {
  const id = `eni-${subnet.id}-${host}`;
  const groupIds = vpc.groupIds.filter(() => random.chance(0.4));
  const [first = "sg-00"] = vpc.groupIds;
  return {
    NetworkInterfaceId: id,
    InterfaceType: "interface",
    VpcId: vpc.id,
    SubnetId: subnet.id,
    OwnerId: vpc.place.accountId,
    AvailabilityZone: `${vpc.place.region}${subnet.zone}`,
    Status: random.chance(0.01) ? "available" : "in-use",
    PrivateIpAddress: `${subnet.prefix}${host}`,
    PrivateIpAddresses: [{ PrivateIpAddress: `${subnet.prefix}${host}`, Primary: true }],
    Groups: (groupIds.length > 0 ? groupIds : [first]).map((GroupId) => ({ GroupId })),
    SourceDestCheck: true,
    ...(subnet.ipv6Cidr !== null && random.chance(0.7)
      ? { Ipv6Addresses: [{ Ipv6Address: subnet.ipv6Cidr.replace("::/64", `::${host}`) }] }
      : {}),
  };
}

function addInstance(world: World, vpc: VpcDraft, subnet: SubnetDraft, host: number): void {
  const { random } = world;
  const base = draftInterface(world, vpc, subnet, host);
  const InstanceId = `i-${subnet.id}-${host}`;
  const isSeen = random.chance(subnet.role === "public" ? 0.75 : 0.1);
  const Association: Pick<NetworkInterface, "Association"> = isSeen ? associated(world) : {};
  add(vpc.place, "NetworkInterfaces", {
    ...base,
    ...Association,
    PrivateIpAddresses: [
      { PrivateIpAddress: `${subnet.prefix}${host}`, Primary: true, ...Association },
      ...(random.chance(0.1) ? [secondAddress(world, `${subnet.prefix}${host + 40}`)] : []),
    ],
    Attachment: { InstanceId, Status: "attached" },
  });
  if (random.chance(0.1)) return;
  const Name = random.chance(0.02) ? "stopped" : "running";
  add(vpc.place, "Reservations", {
    ReservationId: `r-${InstanceId}`,
    Instances: [
      {
        InstanceId,
        State: { Name },
        VpcId: vpc.id,
        SubnetId: subnet.id,
        PrivateIpAddress: base.PrivateIpAddress,
        PublicIpAddress: Association.Association?.PublicIp,
        Ipv6Address: base.Ipv6Addresses?.[0]?.Ipv6Address,
        SecurityGroups: base.Groups,
        SourceDestCheck: true,
      },
    ],
  });
}

type PrivateAddress = NonNullable<NetworkInterface["PrivateIpAddresses"]>[number];

/** It has a public address of its own now and then, whether or not the first has one. */
function secondAddress(world: World, PrivateIpAddress: string): PrivateAddress {
  return { PrivateIpAddress, Primary: false, ...(world.random.chance(0.4) ? associated(world) : {}) };
}

function associated(world: World): Pick<NetworkInterface, "Association"> {
  return { Association: { PublicIp: nextPublicAddress(world) } };
}

export function nextPublicAddress({ publicAddresses }: World): string {
  const address = `203.0.113.${publicAddresses.length + 1}`;
  publicAddresses.push(address);
  return address;
}

function addLambda(world: World, vpc: VpcDraft, subnet: SubnetDraft): void {
  const base = draftInterface(world, vpc, subnet, 20);
  const isOld = world.random.chance(0.3);
  // Now and then somebody gives one a public address by hand.
  const byHand = world.random.chance(0.1) ? associated(world) : {};
  add(vpc.place, "NetworkInterfaces", {
    ...base,
    ...byHand,
    Status: "in-use",
    ...(isOld ? {} : { InterfaceType: "lambda" }),
    Description: isOld ? "AWS Lambda VPC ENI: 0f4e3f0a" : "AWS Lambda VPC ENI-orders-0f4e3f0a",
  });
}

function addAppliance(world: World, vpc: VpcDraft, subnet: SubnetDraft): void {
  const base = draftInterface(world, vpc, subnet, 30);
  vpc.applianceIds.push(`eni-${subnet.id}-30`);
  add(vpc.place, "NetworkInterfaces", { ...base, SourceDestCheck: world.random.chance(0.3) });
}

import type { NaiveQuestion, NaiveSource } from "../../naive/question";
import type { NamedQuestion } from "../../naive/names/named-question";
import { byName } from "./by-name";
import { widened } from "./widened";
import {
  IDLE_ADDRESS,
  LISTED_CIDR,
  PREMISES_CIDR,
  type SubnetDraft,
  type VpcDraft,
  type World,
} from "../draft";

/** Packets that have somewhere to go: most to what is there, some to what is not. */
export function questionsOf(world: World, count: number): NamedQuestion[] {
  return Array.from({ length: count }, () => {
    const packet = question(world);
    const named = packet && world.random.chance(0.3) ? byName(world, packet) : packet;
    return named && world.random.chance(0.06) ? widened(world.random, named) : named;
  }).filter((one) => one !== undefined);
}

function question(world: World): NaiveQuestion | undefined {
  const { random } = world;
  const vpc = random.maybe(world.vpcs);
  const subnet = vpc && random.maybe(vpc.subnets);
  if (!vpc || !subnet) return undefined;
  const isIpv6 = vpc.ipv6Cidr !== null && random.chance(0.2);
  const source = sourceIn(world, vpc, subnet, isIpv6);
  const destination =
    "outside" in source ? inboundDestination(world, vpc, isIpv6) : destinationFor(world, vpc, subnet, isIpv6);
  const isFunction =
    "subnetId" in source || ("networkInterfaceId" in source && source.networkInterfaceId.endsWith("-20"));
  const others = isFunction ? 0.2 : 1;
  const protocol = random.weighted([6, 30], [17, 5], [isIpv6 ? 58 : 1, 4 * others], [50, others]);
  const isResolver = "address" in destination && /^10\.\d\.0\.2$|\.253$/.test(destination.address);
  return {
    source,
    destination,
    protocol,
    sourcePort: random.weighted([49152, 4], [1024, 1], [32768, 1], [65535, 1], [40000, 1]),
    port:
      isResolver && random.chance(0.9)
        ? 53
        : random.weighted([443, 10], [5432, 4], [22, 3], [53, 2], [8080, 1], [65535, 1]),
    // An echo, or "fragmentation needed" and "packet too big", which nobody answers.
    icmp: random.weighted<NaiveQuestion["icmp"]>(
      [{ type: isIpv6 ? 128 : 8, code: 0 }, 6],
      [isIpv6 ? { type: 2, code: 0 } : { type: 3, code: 4 }, 1],
    ),
  };
}

function sourceIn(world: World, vpc: VpcDraft, subnet: SubnetDraft, isIpv6: boolean): NaiveSource {
  const { random } = world;
  const kind = random.weighted(["interface", 5], ["function", 3], ["outside", 1.2], ["lambda", 1]);
  if (kind === "outside")
    return {
      outside: isIpv6
        ? random.weighted(["2a00:1450::5", 15], ["::1", 1], ["fd12::7", 2])
        : random.weighted(["8.8.4.4", 18], ["192.168.7.7", 2], ["127.0.0.1", 1]),
    };
  const lambdaId = `eni-${subnet.id}-20`;
  const hasLambda = (vpc.place.resources.NetworkInterfaces ?? []).some(
    (one) => one.NetworkInterfaceId === lambdaId,
  );
  if (kind === "lambda" && hasLambda) return { networkInterfaceId: lambdaId };
  if (kind === "interface") return { networkInterfaceId: `eni-${subnet.id}-10` };
  const host = random.pick([100, 150, 200]);
  const own = vpc.groupIds.filter(() => random.chance(0.5));
  // Where Lambda has made an interface for the same groups already, it is that one.
  const shared = (vpc.place.resources.NetworkInterfaces ?? []).find(
    ({ NetworkInterfaceId, Groups }) =>
      NetworkInterfaceId === lambdaId &&
      (Groups ?? []).map(({ GroupId }) => GroupId).join() ===
        (own.length > 0 ? own : vpc.groupIds.slice(0, 1)).join(),
  );
  if (shared) return { networkInterfaceId: lambdaId };
  return {
    subnetId: subnet.id,
    securityGroupIds: own.length > 0 ? own : vpc.groupIds.slice(0, 1),
    address:
      isIpv6 && subnet.ipv6Cidr !== null
        ? subnet.ipv6Cidr.replace("::/64", `::${host}`)
        : `${subnet.prefix}${host}`,
    ipv6AllowedForDualStack: random.chance(0.92),
  };
}

type Destination = NaiveQuestion["destination"];

/** Whoever calls from outside calls something of one VPC. */
function inboundDestination(world: World, vpc: VpcDraft, isIpv6: boolean): Destination {
  const { random, publicAddresses } = world;
  const subnet = random.maybe(vpc.subnets);
  const host = random.weighted([10, 6], [20, 1]);
  if (isIpv6 && subnet && subnet.ipv6Cidr !== null)
    return { address: subnet.ipv6Cidr.replace("::/64", `::${host}`) };
  const kind = random.weighted(["public", 2], ["private", 1], ["interface", 6]);
  const address = random.maybe(publicAddresses);
  if (random.chance(0.03)) return { address: random.pick([...NOBODYS[4], IDLE_ADDRESS]) };
  if (kind === "public" && address !== undefined) return { address };
  const held = (vpc.place.resources.NetworkInterfaces ?? []).filter(
    ({ VpcId, Association }) => VpcId === vpc.id && (Association !== undefined || random.chance(0.05)),
  );
  const networkInterfaceId = random.maybe(held)?.NetworkInterfaceId;
  if (kind === "interface" && networkInterfaceId !== undefined) return { networkInterfaceId };
  return { address: `${subnet?.prefix ?? "10.0.0."}10` };
}

function destinationFor(world: World, vpc: VpcDraft, from: SubnetDraft, isIpv6: boolean): Destination {
  const { random } = world;
  const kind = random.weighted(
    ["own-vpc", 12],
    ["other-vpc", 7],
    ["internet", 12],
    ["service", 3],
    ["premises", 1.5],
    ["odd", 2],
  );
  const others = world.vpcs.filter((other) => other !== vpc);
  const target = kind === "other-vpc" ? (random.maybe(others) ?? vpc) : vpc;
  if (kind === "internet") return { address: isIpv6 ? "2a00:1450::8" : onTheInternet(world) };
  if (kind === "service")
    return { address: isIpv6 ? "2a00:1450::9" : random.pick(["52.216.8.7", "3.5.0.77"]) };
  if (kind === "premises" && !isIpv6) return { address: PREMISES_CIDR.replace(".0/16", ".9") };
  if (kind === "odd")
    return isIpv6
      ? { address: random.pick([...NOBODYS[6], "fd12::9", "64:ff9b::808:808"]) }
      : oddDestination(world, vpc);
  const subnets = target.subnets.filter(({ id }) => id !== from.id || random.chance(0.3));
  const subnet = random.maybe(subnets) ?? from;
  const host = random.weighted([10, 24], [11, 1], [40, 2], [20, 1], [70, 3], [71, 3], [77, 1]);
  if (isIpv6) return { address: (subnet.ipv6Cidr ?? "2600:1f18:900::/64").replace("::/64", `::${host}`) };
  const isSelf = subnet.id === from.id && host === 10;
  if (host === 10 && !isSelf && target.ipv6Cidr === null && random.chance(0.3))
    return { networkInterfaceId: `eni-${subnet.id}-10` };
  return { address: `${subnet.prefix}${isSelf ? 11 : host}` };
}

/** Nobody known, somebody whom lists and routes name, or now and then somebody known. */
function onTheInternet({ random, publicAddresses }: World): string {
  const known = random.maybe(publicAddresses) ?? "8.8.8.8";
  return random.weighted(["8.8.8.8", 8], ["198.51.100.9", 2], [known, 1]);
}

/** No host's: every address of these kinds, and what AWS keeps to itself. */
const NOBODYS = {
  4: ["127.0.0.1", "0.0.0.7", "224.0.0.5", "240.1.2.3", "255.255.255.255", "169.254.1.1"],
  6: ["::1", "ff02::1", "::ffff:8.8.8.8", "fe80::1", "fd00:ec2::7"],
} as const;

function oddDestination(world: World, vpc: VpcDraft): Destination {
  const { random, publicAddresses } = world;
  if (random.chance(0.15)) return { address: random.pick(NOBODYS[4]) };
  const nobody = vpc.subnets.length;
  return {
    address: random.pick([
      `10.${vpc.index}.0.2`,
      "169.254.169.253",
      `10.${vpc.index}.${nobody}.9`,
      "172.30.0.9",
      "172.16.5.5",
      "172.20.1.1",
      "192.168.55.5",
      LISTED_CIDR.replace(".0/24", ".3"),
      `${vpc.subnets[0]?.prefix ?? "10.0.0."}60`,
      `100.64.${vpc.index}.8`,
      random.maybe(publicAddresses) ?? "8.8.8.8",
      IDLE_ADDRESS,
    ]),
  };
}

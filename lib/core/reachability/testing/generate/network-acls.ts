import type { Resource } from "@/lib/core/network/network";
import { add, NARROW_CIDRS, type SubnetDraft, type VpcDraft, type World } from "./draft";
import type { Random } from "./random";

type Entry = NonNullable<Resource<"NetworkAcls">["Entries"]>[number];

/** The default ACL for most subnets, one of its own for some; now and then a subnet that none names. */
export function addNetworkAcls({ random, vpcs }: World): void {
  for (const vpc of vpcs) {
    const own = vpc.subnets.filter(() => random.chance(0.22));
    const rest = vpc.subnets.filter((subnet) => !own.includes(subnet));
    addAcl(vpc, `acl-${vpc.index}`, true, random.chance(0.01) ? [] : rest, openEntries());
    for (const subnet of own) {
      addAcl(
        vpc,
        `acl-${subnet.id}`,
        false,
        [subnet],
        shuffle(
          random,
          random.chance(subnet.role === "public" ? 0.6 : 0.1)
            ? narrowEntries(random)
            : entriesOf(random, vpc),
        ),
      );
    }
  }
}

function addAcl(
  { id, place }: VpcDraft,
  NetworkAclId: string,
  IsDefault: boolean,
  subnets: readonly SubnetDraft[],
  Entries: Entry[],
): void {
  const Associations = subnets.map(({ id: SubnetId }) => ({ NetworkAclId, SubnetId }));
  add(place, "NetworkAcls", { NetworkAclId, VpcId: id, IsDefault, Associations, Entries });
}

function openEntries(): Entry[] {
  return [true, false].flatMap((Egress): Entry[] => [
    { RuleNumber: 100, Egress, Protocol: "-1", RuleAction: "allow", CidrBlock: "0.0.0.0/0" },
    { RuleNumber: 101, Egress, Protocol: "-1", RuleAction: "allow", Ipv6CidrBlock: "::/0" },
    { RuleNumber: 32767, Egress, Protocol: "-1", RuleAction: "deny", CidrBlock: "0.0.0.0/0" },
    { RuleNumber: 32768, Egress, Protocol: "-1", RuleAction: "deny", Ipv6CidrBlock: "::/0" },
  ]);
}

/** A few rules before an open or a closed end. */
function entriesOf(random: Random, vpc: VpcDraft): Entry[] {
  return [true, false].flatMap((Egress): Entry[] => {
    const rules = Array.from({ length: random.below(4) }, (_, number): Entry => {
      const RuleAction = random.chance(0.7) ? "allow" : "deny";
      return { RuleNumber: 10 + number * 10, Egress, RuleAction, ...traffic(random), ...range(random, vpc) };
    });
    if (random.chance(0.7)) return [...rules, ...openEntries().filter((entry) => entry.Egress === Egress)];
    const anywhere: Entry = { Egress, RuleAction: "allow", Protocol: "6", CidrBlock: "0.0.0.0/0" };
    return [
      ...rules,
      { ...anywhere, RuleNumber: 90, ...ephemeralRange(random) },
      { ...anywhere, RuleNumber: 91, PortRange: { From: 443, To: 443 } },
    ];
  });
}

/** Lets in what its own sent for, to fewer ports than a NAT gateway uses: it works now and then. */
function narrowEntries(random: Random): Entry[] {
  const inwards: Entry = { Egress: false, RuleAction: "allow" };
  return [
    ...openEntries().filter(({ Egress }) => Egress),
    { ...inwards, RuleNumber: 10, Protocol: "-1", CidrBlock: "10.0.0.0/8" },
    { ...inwards, RuleNumber: 20, Protocol: "6", ...ephemeralRange(random), CidrBlock: "0.0.0.0/0" },
    { ...inwards, RuleNumber: 30, Protocol: "17", ...ephemeralRange(random), CidrBlock: "0.0.0.0/0" },
  ];
}

function ephemeralRange(random: Random): Entry {
  return {
    PortRange: random.pick([
      { From: 1024, To: 65535 },
      { From: 32768, To: 60999 },
      { From: 49152, To: 65535 },
    ]),
  };
}

function traffic(random: Random): Entry {
  return random.weighted<Entry>(
    [{ Protocol: "6", PortRange: { From: 443, To: 443 } }, 4],
    [{ Protocol: "6", PortRange: { From: 5000, To: 6000 } }, 3],
    [{ Protocol: "6", PortRange: { From: 1024, To: 65535 } }, 3],
    [{ Protocol: "17", PortRange: { From: 0, To: 65535 } }, 2],
    [{ Protocol: "17", PortRange: { From: 40000, To: 50000 } }, 1],
    [{ Protocol: "1", IcmpTypeCode: { Type: 8, Code: -1 } }, 1],
    [{ Protocol: "1", IcmpTypeCode: { Type: -1, Code: -1 } }, 1],
    [{ Protocol: "58", IcmpTypeCode: { Type: -1, Code: -1 } }, 1],
    [{ Protocol: "50" }, 1],
    [{ Protocol: "-1" }, 2],
    [{ Protocol: "6" }, 1],
  );
}

function range(random: Random, { cidr, subnets, ipv6Cidr }: VpcDraft): Entry {
  return random.weighted<Entry>(
    [{ CidrBlock: "0.0.0.0/0" }, 4],
    [{ CidrBlock: cidr }, 2],
    [{ CidrBlock: "10.0.0.0/8" }, 1],
    [{ CidrBlock: random.maybe(subnets)?.cidr ?? cidr }, 2],
    [{ CidrBlock: "8.0.0.0/7" }, 1],
    [{ CidrBlock: random.pick(NARROW_CIDRS) }, 1],
    [{ Ipv6CidrBlock: ipv6Cidr ?? "::/0" }, 1],
  );
}

/** AWS lists entries in any order; their numbers decide. */
function shuffle<Item>(random: Random, items: readonly Item[]): Item[] {
  return items
    .map((item): [number, Item] => [random.next(), item])
    .sort(([left], [right]) => left - right)
    .map(([, item]) => item);
}

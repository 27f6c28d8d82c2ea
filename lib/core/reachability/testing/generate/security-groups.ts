import type { Resource } from "@/lib/core/network/network";
import { add, NARROW_CIDRS, S3_LIST_ID, type VpcDraft, type World } from "./draft";
import type { Random } from "./random";

type Permission = NonNullable<Resource<"SecurityGroups">["IpPermissions"]>[number];

/** Three groups of each VPC: mostly open, some by reference, some closed. */
export function addSecurityGroups(world: World): void {
  for (const { place } of world.vpcs) add(place, "SecurityGroupVpcAssociations");
  for (const vpc of world.vpcs) {
    vpc.groupIds = [0, 1, 2].map((number) => `sg-${vpc.index}${number}`);
  }
  for (const vpc of world.vpcs) {
    for (const groupId of vpc.groupIds) {
      add(vpc.place, "SecurityGroups", {
        GroupId: groupId,
        GroupName: groupId,
        VpcId: vpc.id,
        OwnerId: vpc.place.accountId,
        ...sides(world, vpc),
      });
    }
  }
}

/** A group of another VPC of the place that may be used in this one too, where there is one. */
export function associatedGroup({ random, vpcs }: World, { id, place, groupIds }: VpcDraft): string | null {
  const other = vpcs.find((one) => one.place === place && one.id !== id);
  const GroupId = other?.groupIds[1];
  if (GroupId === undefined || groupIds.includes(GroupId) || !random.chance(0.15)) return null;
  const State = random.weighted(["associated", 6], ["disassociated", 1]);
  add(place, "SecurityGroupVpcAssociations", { GroupId, VpcId: id, VpcOwnerId: place.accountId, State });
  return State === "associated" ? GroupId : null;
}

function sides(world: World, vpc: VpcDraft): Partial<Resource<"SecurityGroups">> {
  const { random } = world;
  const list = (openTo: number) => {
    if (random.chance(openTo)) return [open(random)];
    return Array.from({ length: random.below(4) }, () => permission(world, vpc));
  };
  const sides = { IpPermissions: list(0.89), IpPermissionsEgress: list(0.95) };
  if (sides.IpPermissions.length > 0 || !random.chance(0.2)) return sides;
  // A key that AWS left out is an empty list too.
  return { IpPermissionsEgress: sides.IpPermissionsEgress };
}

function open(random: Random): Permission {
  return {
    IpProtocol: "-1",
    ...(random.chance(0.2) ? { FromPort: -1, ToPort: -1 } : {}),
    IpRanges: [{ CidrIp: "0.0.0.0/0" }],
    Ipv6Ranges: [{ CidrIpv6: "::/0" }],
  };
}

function permission(world: World, vpc: VpcDraft): Permission {
  return { ...traffic(world.random), ...remote(world, vpc) };
}

/** Protocols and ports in every spelling that AWS's answers have been seen with. */
function traffic(random: Random): Permission {
  return random.weighted<Permission>(
    [{ IpProtocol: "tcp", FromPort: 443, ToPort: 443 }, 6],
    [{ IpProtocol: "tcp", FromPort: 0, ToPort: 65535 }, 4],
    [{ IpProtocol: "tcp", FromPort: 5000, ToPort: 6000 }, 3],
    [{ IpProtocol: "udp", FromPort: 53, ToPort: 53 }, 2],
    [{ IpProtocol: "udp", FromPort: 0, ToPort: 65535 }, 2],
    [{ IpProtocol: "icmp", FromPort: -1, ToPort: -1 }, 2],
    [{ IpProtocol: "icmp", FromPort: 8, ToPort: -1 }, 1],
    [{ IpProtocol: "icmp", FromPort: 3, ToPort: 4 }, 1],
    [{ IpProtocol: "icmpv6" }, 1],
    [{ IpProtocol: "-1" }, 3],
    [{ IpProtocol: "-1", FromPort: 22, ToPort: 22 }, 1],
    [{ IpProtocol: "6", FromPort: 443, ToPort: 443 }, 1],
    [{ IpProtocol: "17" }, 1],
    [{ IpProtocol: "50" }, 1],
    [{ IpProtocol: "50", FromPort: 10, ToPort: 20 }, 1],
    [{ IpProtocol: "tcp", FromPort: 443 }, 1],
    [{ IpProtocol: "tcp", ToPort: 443 }, 1],
    [{ IpProtocol: "tcp", FromPort: -1, ToPort: 443 }, 1],
    [{ IpProtocol: "tcp", FromPort: 443, ToPort: -1 }, 1],
  );
}

function remote(world: World, vpc: VpcDraft): Permission {
  const { random, vpcs, customerListId } = world;
  const other = random.maybe(vpcs) ?? vpc;
  const kind = random.weighted(
    ["any", 5],
    ["cidr", 4],
    ["narrow", 1],
    ["group", 6],
    ["list", 2],
    ["null", 1],
  );
  switch (kind) {
    case "any":
      return { IpRanges: [{ CidrIp: "0.0.0.0/0" }], Ipv6Ranges: [{ CidrIpv6: "::/0" }] };
    case "cidr":
      return {
        IpRanges: [
          { CidrIp: random.chance(0.5) ? other.cidr : (random.maybe(other.subnets)?.cidr ?? vpc.cidr) },
        ],
        ...(other.ipv6Cidr === null ? {} : { Ipv6Ranges: [{ CidrIpv6: other.ipv6Cidr }] }),
      };
    case "narrow":
      return { IpRanges: [{ CidrIp: random.pick(NARROW_CIDRS) }] };
    case "group":
      return { UserIdGroupPairs: [groupPair(random, random.chance(0.7) ? vpc : other)] };
    case "list": {
      const PrefixListId = random.chance(0.5) || customerListId === null ? S3_LIST_ID : customerListId;
      return { PrefixListIds: [{ PrefixListId }] };
    }
    case "null":
    default:
      // Some tools write null for an empty list; the type knows only absence.
      return JSON.parse(
        '{"IpRanges":null,"Ipv6Ranges":null,"UserIdGroupPairs":null,"PrefixListIds":null}',
      ) as Permission;
  }
}

function groupPair(random: Random, { groupIds, place, id }: VpcDraft) {
  if (random.chance(0.1)) return { GroupId: "sg-deleted", VpcId: "vpc-gone", PeeringStatus: "deleted" };
  return { GroupId: random.maybe(groupIds) ?? "sg-00", UserId: place.accountId, VpcId: id };
}

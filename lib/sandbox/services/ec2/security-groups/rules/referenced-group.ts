import type { ReferencedSecurityGroup, UserIdGroupPair } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../../aws-error";
import type { HandlerContext } from "../../../../handler";
import type { RegionWorld, StoredSecurityGroup } from "../../../../world/world";
import { findActivePeering } from "../../peering/find-active-peering";
import { idError } from "../../describe/pick-by-ids";
import { getSecurityGroupByName } from "../find-security-group";
import { securityGroupIds } from "../security-group-ids";

type Place = Pick<HandlerContext, "world" | "regionWorld" | "region">;

/** A group of any account in the region: groups of another region cannot be named. */
export function findGroupAnywhere(
  { world, region }: Pick<HandlerContext, "world" | "region">,
  groupId: string | undefined,
): StoredSecurityGroup | undefined {
  return Object.values(world.accounts)
    .flatMap((account) => account.regions[region]?.securityGroups ?? [])
    .find((group) => group.GroupId === groupId);
}

/** Whether a group may be used in another VPC than its own: `AssociateSecurityGroupVpc` does that. */
function isAssociated(
  regionWorld: RegionWorld,
  group: StoredSecurityGroup,
  vpcId: string | undefined,
): boolean {
  return regionWorld.securityGroupVpcAssociations.some(
    (item) => item.GroupId === group.GroupId && item.VpcId === vpcId && item.State === "associated",
  );
}

/** Inbound rules may name groups behind a transit gateway that lets them, outbound rules may not. */
function sharesTransitGateway({ world, region }: Place, vpcIds: readonly (string | undefined)[]): boolean {
  const transits = Object.values(world.accounts).flatMap((account) => account.regions[region]?.transit ?? []);
  const gatewaysOf = (vpcId: string | undefined) =>
    transits
      .flatMap((transit) => transit.vpcAttachments)
      .filter((attachment) => attachment.VpcId === vpcId && attachment.State === "available")
      .filter((attachment) => attachment.Options?.SecurityGroupReferencingSupport !== "disable")
      .map((attachment) => attachment.TransitGatewayId);
  const [first = [], second = []] = vpcIds.map(gatewaysOf);
  return transits
    .flatMap((transit) => transit.gateways)
    .filter((gateway) => gateway.Options?.SecurityGroupReferencingSupport === "enable")
    .some((gateway) => first.includes(gateway.TransitGatewayId) && second.includes(gateway.TransitGatewayId));
}

function findNamed(context: Place, pair: UserIdGroupPair): StoredSecurityGroup {
  const { GroupId: id, GroupName: name, UserId: userId } = pair;
  if (id === undefined || id === "") {
    if (name !== undefined && name !== "") return getSecurityGroupByName(context.regionWorld, name);
    throw new AwsError("MissingParameter", "Source group ID missing.");
  }
  const found = findGroupAnywhere(context, id);
  const isOwners = userId === undefined || found?.OwnerId === userId;
  if (found === undefined || !isOwners) throw idError(securityGroupIds, id);
  return found;
}

/**
 * The group that a rule names, as rules keep it. Throws InvalidGroup.NotFound for one that does not exist, or whose
 * network the rule's own has no way to (VPC user guide: "Security group rules", "Security group referencing").
 */
export function readReferencedGroup(
  context: Place,
  pair: UserIdGroupPair,
  rule: { group: StoredSecurityGroup; isEgress: boolean },
): ReferencedSecurityGroup {
  const named = findNamed(context, pair);
  const reference = { GroupId: named.GroupId, UserId: named.OwnerId };
  const vpcIds = [rule.group.VpcId, named.VpcId];
  if (vpcIds[0] === vpcIds[1]) return reference;
  const peering = findActivePeering(context.regionWorld, vpcIds);
  if (peering !== undefined) {
    return {
      ...reference,
      VpcId: named.VpcId,
      VpcPeeringConnectionId: peering.VpcPeeringConnectionId,
    };
  }
  const { regionWorld } = context;
  const isUsable =
    isAssociated(regionWorld, named, rule.group.VpcId) ||
    isAssociated(regionWorld, rule.group, named.VpcId) ||
    (!rule.isEgress && sharesTransitGateway(context, vpcIds));
  if (isUsable) return { ...reference, VpcId: named.VpcId };
  throw new AwsError(
    "InvalidGroup.NotFound",
    "You have specified two resources that belong to different networks.",
  );
}

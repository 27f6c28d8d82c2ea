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

/** The transit gateway that joins two VPCs and lets inbound rules name groups across it; it lets no outbound rule. */
function sharedTransitGateway(
  { world, region }: Pick<Place, "world" | "region">,
  vpcIds: readonly (string | undefined)[],
): string | undefined {
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
    .find((gateway) => first.includes(gateway.TransitGatewayId) && second.includes(gateway.TransitGatewayId))
    ?.TransitGatewayId;
}

/** How a rule reaches the network of a group that it names: not at all is undefined. */
export interface WayToGroup {
  peeringId?: string;
  transitGatewayId?: string;
}

/** The way from a rule's group to one that it names, as it is now ("Security group referencing", VPC user guide). */
export function findWayToGroup(
  context: Place,
  rule: { group: StoredSecurityGroup; isEgress: boolean },
  named: StoredSecurityGroup,
): WayToGroup | undefined {
  const vpcIds = [rule.group.VpcId, named.VpcId];
  if (vpcIds[0] === vpcIds[1]) return {};
  const { regionWorld } = context;
  const peeringId = findActivePeering(regionWorld, vpcIds)?.VpcPeeringConnectionId;
  if (peeringId !== undefined) return { peeringId };
  const isShared =
    isAssociated(regionWorld, named, rule.group.VpcId) || isAssociated(regionWorld, rule.group, named.VpcId);
  if (isShared) return {};
  const transitGatewayId = rule.isEgress ? undefined : sharedTransitGateway(context, vpcIds);
  return transitGatewayId === undefined ? undefined : { transitGatewayId };
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
  if (rule.group.VpcId === named.VpcId) return reference;
  const way = findWayToGroup(context, rule, named);
  if (way === undefined) {
    throw new AwsError(
      "InvalidGroup.NotFound",
      "You have specified two resources that belong to different networks.",
    );
  }
  const peering = way.peeringId === undefined ? {} : { VpcPeeringConnectionId: way.peeringId };
  return { ...reference, VpcId: named.VpcId, ...peering };
}

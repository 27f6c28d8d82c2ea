import type { Tag, Vpc } from "@aws-sdk/client-ec2";
import type { HandlerContext } from "../../../handler";
import type { RegionWorld, StoredSecurityGroup } from "../../../world/world";
import type { RuleDraft } from "./rules/rule-draft";
import { addRules } from "./rules/rules-of-group";

const ALL_TRAFFIC = { IpProtocol: "-1", FromPort: -1, ToPort: -1 };

function hasIpv6(vpc: Vpc): boolean {
  return (vpc.Ipv6CidrBlockAssociationSet ?? []).some(
    (association) => (association.Ipv6CidrBlockState?.State ?? "associated") === "associated",
  );
}

/**
 * Makes a group that lets everything out; the one called `default`, which comes with each VPC, lets its own members in
 * (VPC user guide: "Default security groups").
 */
export function newSecurityGroup(
  { regionWorld, ids }: { regionWorld: RegionWorld; ids: Pick<HandlerContext["ids"], "id"> },
  vpc: Vpc,
  spec: { name: string; description: string; tags: Tag[] },
): StoredSecurityGroup {
  const { accountId, region } = regionWorld;
  const groupId = ids.id("sg");
  const group: StoredSecurityGroup = {
    GroupId: groupId,
    GroupName: spec.name,
    Description: spec.description,
    OwnerId: accountId,
    VpcId: vpc.VpcId,
    SecurityGroupArn: `arn:aws:ec2:${region}:${accountId}:security-group/${groupId}`,
    Tags: spec.tags,
  };
  regionWorld.securityGroups.push(group);
  const outbound: RuleDraft[] = [
    { ...ALL_TRAFFIC, CidrIpv4: "0.0.0.0/0" },
    ...(hasIpv6(vpc) ? [{ ...ALL_TRAFFIC, CidrIpv6: "::/0" }] : []),
  ];
  const inbound: RuleDraft[] =
    spec.name === "default"
      ? [{ ...ALL_TRAFFIC, ReferencedGroupInfo: { GroupId: groupId, UserId: accountId } }]
      : [];
  addRules({ regionWorld, ids }, group, { isEgress: false, drafts: inbound });
  addRules({ regionWorld, ids }, group, { isEgress: true, drafts: outbound });
  return group;
}

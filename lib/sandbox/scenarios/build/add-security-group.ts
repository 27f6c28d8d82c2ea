import type { RuleDraft } from "../../services/ec2/security-groups/rules/rule-draft";
import { addRules } from "../../services/ec2/security-groups/rules/rules-of-group";
import type { StoredSecurityGroup } from "../../world/world";
import { type Builder, named } from "./builder";

export interface BuiltSecurityGroup {
  groupId: string;
  name: string;
  vpcId: string;
}

/** A rule in short. `from` is who may come in, or, going out, who may be called. */
export interface RuleSpec {
  from:
    "self" | { cidr: string } | { group: BuiltSecurityGroup; peeringId?: string } | { prefixListId: string };
  /** `all` is every protocol. */
  ports: number | "all";
  description?: string;
}

export interface SecurityGroupSpec {
  name: string;
  description: string;
  ingress?: readonly RuleSpec[];
  egress: "all" | readonly RuleSpec[];
}

function toPeer(
  { regionWorld }: Builder,
  group: StoredSecurityGroup,
  rule: RuleSpec,
): Pick<RuleDraft, "CidrIpv4" | "CidrIpv6" | "PrefixListId" | "ReferencedGroupInfo"> {
  const UserId = regionWorld.accountId;
  if (rule.from === "self") return { ReferencedGroupInfo: { GroupId: group.GroupId, UserId } };
  if ("cidr" in rule.from) {
    const { cidr } = rule.from;
    return cidr.includes(":") ? { CidrIpv6: cidr } : { CidrIpv4: cidr };
  }
  if ("prefixListId" in rule.from) return { PrefixListId: rule.from.prefixListId };
  const { group: named, peeringId } = rule.from;
  const peered = named.vpcId === group.VpcId ? {} : { VpcId: named.vpcId };
  const connection = peeringId === undefined ? {} : { VpcPeeringConnectionId: peeringId };
  return { ReferencedGroupInfo: { GroupId: named.groupId, UserId, ...peered, ...connection } };
}

function toDraft(builder: Builder, group: StoredSecurityGroup, rule: RuleSpec): RuleDraft {
  const ports =
    rule.ports === "all"
      ? { IpProtocol: "-1", FromPort: -1, ToPort: -1 }
      : { IpProtocol: "tcp", FromPort: rule.ports, ToPort: rule.ports };
  const described = rule.description === undefined ? {} : { Description: rule.description };
  return { ...ports, ...toPeer(builder, group, rule), ...described };
}

/** Makes a security group with these rules; `egress: "all"` is the rule that AWS gives every new group. */
export function addSecurityGroup(
  builder: Builder,
  vpc: { vpcId: string },
  spec: SecurityGroupSpec,
): BuiltSecurityGroup {
  const { regionWorld, ids } = builder;
  const groupId = ids.id("sg");
  const { vpcId } = vpc;
  const everywhere: RuleSpec[] = [{ from: { cidr: "0.0.0.0/0" }, ports: "all" }];
  const egress = spec.egress === "all" ? everywhere : spec.egress;
  const group: StoredSecurityGroup = {
    GroupId: groupId,
    GroupName: spec.name,
    Description: spec.description,
    OwnerId: regionWorld.accountId,
    VpcId: vpcId,
    SecurityGroupArn: `arn:aws:ec2:${regionWorld.region}:${regionWorld.accountId}:security-group/${groupId}`,
    Tags: spec.name === "default" ? [] : named(spec.name),
  };
  regionWorld.securityGroups.push(group);
  const drafts = (rules: readonly RuleSpec[]) => rules.map((rule) => toDraft(builder, group, rule));
  addRules(builder, group, { isEgress: false, drafts: drafts(spec.ingress ?? []) });
  addRules(builder, group, { isEgress: true, drafts: drafts(egress) });
  return { groupId, name: spec.name, vpcId };
}

import type { IpPermission, SecurityGroup } from "@aws-sdk/client-ec2";
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

/** The members of a permission that say who: AWS answers all four lists, empty ones too. */
function toPeers(
  builder: Builder,
  groupId: string,
  vpcId: string,
  rule: RuleSpec,
): Pick<IpPermission, "IpRanges" | "Ipv6Ranges" | "PrefixListIds" | "UserIdGroupPairs"> {
  const described = rule.description === undefined ? {} : { Description: rule.description };
  const none = { IpRanges: [], Ipv6Ranges: [], PrefixListIds: [], UserIdGroupPairs: [] };
  const UserId = builder.regionWorld.accountId;
  if (rule.from === "self")
    return { ...none, UserIdGroupPairs: [{ GroupId: groupId, UserId, ...described }] };
  if ("cidr" in rule.from) return { ...none, IpRanges: [{ CidrIp: rule.from.cidr, ...described }] };
  if ("prefixListId" in rule.from) {
    return { ...none, PrefixListIds: [{ PrefixListId: rule.from.prefixListId, ...described }] };
  }
  const { group, peeringId } = rule.from;
  const peered = group.vpcId === vpcId ? {} : { VpcId: group.vpcId, PeeringStatus: "active" };
  const connection = peeringId === undefined ? {} : { VpcPeeringConnectionId: peeringId };
  return {
    ...none,
    UserIdGroupPairs: [{ GroupId: group.groupId, UserId, ...peered, ...connection, ...described }],
  };
}

function toPermission(builder: Builder, groupId: string, vpcId: string, rule: RuleSpec): IpPermission {
  const ports =
    rule.ports === "all"
      ? { IpProtocol: "-1" }
      : { IpProtocol: "tcp", FromPort: rule.ports, ToPort: rule.ports };
  return { ...ports, ...toPeers(builder, groupId, vpcId, rule) };
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
  const group: SecurityGroup = {
    GroupId: groupId,
    GroupName: spec.name,
    Description: spec.description,
    OwnerId: regionWorld.accountId,
    VpcId: vpcId,
    SecurityGroupArn: `arn:aws:ec2:${regionWorld.region}:${regionWorld.accountId}:security-group/${groupId}`,
    IpPermissions: (spec.ingress ?? []).map((rule) => toPermission(builder, groupId, vpcId, rule)),
    IpPermissionsEgress: egress.map((rule) => toPermission(builder, groupId, vpcId, rule)),
    Tags: spec.name === "default" ? [] : named(spec.name),
  };
  regionWorld.securityGroups.push(group);
  return { groupId, name: spec.name, vpcId };
}

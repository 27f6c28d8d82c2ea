import type {
  IpPermission,
  RevokedSecurityGroupRule,
  RevokeSecurityGroupEgressCommandInput,
  RevokeSecurityGroupEgressCommandOutput,
  RevokeSecurityGroupIngressCommandInput,
  RevokeSecurityGroupIngressCommandOutput,
  SecurityGroupRule,
  UserIdGroupPair,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../../handler";
import type { StoredSecurityGroup } from "../../../../world/world";
import { findRequestedGroup, getSecurityGroup, getSecurityGroupByName } from "../find-security-group";
import { getRulesById } from "./get-rules-by-id";
import { readFlatPermission } from "./read-flat-permission";
import { readPermissions } from "./read-permissions";
import { ruleKey } from "./rule-draft";
import { rulesOfGroup } from "./rules-of-group";
import { toPermissions } from "./to-permissions";

interface Revocation {
  isEgress: boolean;
  permissions: readonly IpPermission[];
  ruleIds: readonly string[];
}

/** What is revoked may name a group that is gone or out of reach. */
function readGoneReference(context: HandlerContext, pair: UserIdGroupPair): { GroupId: string } {
  if (pair.GroupId !== undefined) return { GroupId: pair.GroupId };
  if (pair.GroupName === undefined) throw new AwsError("MissingParameter", "Source group ID missing.");
  return { GroupId: getSecurityGroupByName(context.regionWorld, pair.GroupName).GroupId ?? "" };
}

/**
 * The rules that permissions stand for, and the permissions of those that there are not. "For a default VPC […] no error
 * is returned […]. For a non-default VPC […] an InvalidPermission.NotFound client error is returned" (EC2 API reference).
 */
function findByPermissions(
  context: HandlerContext,
  group: StoredSecurityGroup,
  { isEgress, permissions }: Revocation,
): { rules: SecurityGroupRule[]; unknown: IpPermission[] } {
  const drafts = readPermissions(context, permissions, (pair) => readGoneReference(context, pair));
  const present = new Map(
    rulesOfGroup(context.regionWorld, group.GroupId, isEgress).map((rule) => [ruleKey(rule), rule]),
  );
  const unknown = drafts.filter((draft) => !present.has(ruleKey(draft)));
  const vpc = context.regionWorld.vpcs.find((candidate) => candidate.VpcId === group.VpcId);
  if (unknown.length > 0 && vpc?.IsDefault !== true) {
    throw new AwsError(
      "InvalidPermission.NotFound",
      "The specified rule does not exist in this security group.",
    );
  }
  return {
    rules: drafts.flatMap((draft) => present.get(ruleKey(draft)) ?? []),
    unknown: toPermissions(unknown),
  };
}

function toRevoked(rule: SecurityGroupRule): RevokedSecurityGroupRule {
  const { ReferencedGroupInfo: reference, ...rest } = rule;
  return {
    SecurityGroupRuleId: rest.SecurityGroupRuleId,
    GroupId: rest.GroupId,
    IsEgress: rest.IsEgress,
    IpProtocol: rest.IpProtocol,
    FromPort: rest.FromPort,
    ToPort: rest.ToPort,
    ...(rest.CidrIpv4 === undefined ? {} : { CidrIpv4: rest.CidrIpv4 }),
    ...(rest.CidrIpv6 === undefined ? {} : { CidrIpv6: rest.CidrIpv6 }),
    ...(rest.PrefixListId === undefined ? {} : { PrefixListId: rest.PrefixListId }),
    ...(reference === undefined ? {} : { ReferencedGroupId: reference.GroupId }),
    ...(rest.Description === undefined ? {} : { Description: rest.Description }),
  };
}

function revoke(
  context: HandlerContext,
  group: StoredSecurityGroup,
  revocation: Revocation,
): Answer<RevokeSecurityGroupIngressCommandOutput> {
  const { ruleIds, permissions, isEgress } = revocation;
  if (ruleIds.length === 0 && permissions.length === 0) {
    throw new AwsError(
      "MissingParameter",
      "Either 'ipPermissions' or 'securityGroupRuleIds' should be provided.",
    );
  }
  if (ruleIds.length > 0 && permissions.length > 0) {
    throw new AwsError(
      "InvalidParameterCombination",
      "Only one of 'ipPermissions' or 'securityGroupRuleIds' should be provided.",
    );
  }
  const { rules, unknown } =
    ruleIds.length > 0
      ? { rules: getRulesById(context.regionWorld, group, { ruleIds, isEgress }), unknown: [] }
      : findByPermissions(context, group, revocation);
  const gone = new Set(rules);
  context.regionWorld.securityGroupRules = context.regionWorld.securityGroupRules.filter(
    (rule) => !gone.has(rule),
  );
  return {
    Return: true,
    RevokedSecurityGroupRules: rules.map(toRevoked),
    ...(unknown.length === 0 ? {} : { UnknownIpPermissions: unknown }),
  };
}

export const revokeSecurityGroupIngress: Handler<
  RevokeSecurityGroupIngressCommandInput,
  Answer<RevokeSecurityGroupIngressCommandOutput>
> = (context, input) =>
  revoke(context, findRequestedGroup(context.regionWorld, input), {
    isEgress: false,
    permissions: readFlatPermission(input),
    ruleIds: input.SecurityGroupRuleIds ?? [],
  });

export const revokeSecurityGroupEgress: Handler<
  RevokeSecurityGroupEgressCommandInput,
  Answer<RevokeSecurityGroupEgressCommandOutput>
> = (context, input) =>
  revoke(context, getSecurityGroup(context.regionWorld, input.GroupId ?? ""), {
    isEgress: true,
    permissions: input.IpPermissions ?? [],
    ruleIds: input.SecurityGroupRuleIds ?? [],
  });

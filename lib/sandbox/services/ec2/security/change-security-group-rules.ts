import type {
  AuthorizeSecurityGroupEgressCommandOutput,
  AuthorizeSecurityGroupIngressCommandOutput,
  IpPermission,
  RevokeSecurityGroupEgressCommandOutput,
  RevokeSecurityGroupIngressCommandOutput,
  SecurityGroup,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { getKnownSecurityGroup } from "./get-known-security-group";
import { toSingleRules, withoutRules, withRules } from "./permission-list";
import { listSecurityGroupRules } from "./security-group-rules";

/** What the four operations take in common. Rules by id (`SecurityGroupRuleIds`) are not taken. */
interface RuleChange {
  GroupId?: string | undefined;
  IpPermissions?: IpPermission[] | undefined;
}

type Direction = "IpPermissions" | "IpPermissionsEgress";
type Combine = typeof withRules;

function change(
  context: HandlerContext,
  input: RuleChange,
  direction: Direction,
  combine: Combine,
): SecurityGroup {
  const group = getKnownSecurityGroup(context.regionWorld, input.GroupId);
  const rules = toSingleRules(context, input.IpPermissions ?? []);
  if (rules.length === 0)
    throw new AwsError("MissingParameter", "The request must contain the parameter ipPermissions");
  group[direction] = combine(context, group[direction], rules);
  return group;
}

/** Adds rules and tells which: what the group has now and had not before. */
function authorize(
  context: HandlerContext,
  input: RuleChange,
  direction: Direction,
): Answer<AuthorizeSecurityGroupIngressCommandOutput> {
  const before = new Set(
    listSecurityGroupRules(getKnownSecurityGroup(context.regionWorld, input.GroupId)).map(
      (rule) => rule.SecurityGroupRuleId,
    ),
  );
  const group = change(context, input, direction, withRules);
  const added = listSecurityGroupRules(group).filter((rule) => !before.has(rule.SecurityGroupRuleId));
  return { Return: true, SecurityGroupRules: added };
}

export const authorizeSecurityGroupIngress: Handler<
  RuleChange,
  Answer<AuthorizeSecurityGroupIngressCommandOutput>
> = (context, input) => authorize(context, input, "IpPermissions");

export const authorizeSecurityGroupEgress: Handler<
  RuleChange,
  Answer<AuthorizeSecurityGroupEgressCommandOutput>
> = (context, input) => authorize(context, input, "IpPermissionsEgress");

export const revokeSecurityGroupIngress: Handler<
  RuleChange,
  Answer<RevokeSecurityGroupIngressCommandOutput>
> = (context, input) => {
  change(context, input, "IpPermissions", withoutRules);
  return { Return: true };
};

export const revokeSecurityGroupEgress: Handler<
  RuleChange,
  Answer<RevokeSecurityGroupEgressCommandOutput>
> = (context, input) => {
  change(context, input, "IpPermissionsEgress", withoutRules);
  return { Return: true };
};

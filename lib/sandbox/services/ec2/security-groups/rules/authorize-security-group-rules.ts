import type {
  AuthorizeSecurityGroupEgressCommandInput,
  AuthorizeSecurityGroupEgressCommandOutput,
  AuthorizeSecurityGroupIngressCommandInput,
  AuthorizeSecurityGroupIngressCommandOutput,
  IpPermission,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../../handler";
import type { StoredSecurityGroup } from "../../../../world/world";
import { specifiedTags } from "../../requests/specified-tags";
import { findRequestedGroup, getSecurityGroup } from "../find-security-group";
import { readFlatPermission } from "./read-flat-permission";
import { readPermissions } from "./read-permissions";
import { readReferencedGroup } from "./referenced-group";
import { ruleKey, spellRule } from "./rule-draft";
import { checkRuleQuota } from "./rule-quota";
import { addRules, rulesOfGroup } from "./rules-of-group";
import { toVisibleRules } from "./to-visible-rules";

function authorize(
  context: HandlerContext,
  group: StoredSecurityGroup,
  request: {
    isEgress: boolean;
    permissions: readonly IpPermission[];
    input: Pick<AuthorizeSecurityGroupIngressCommandInput, "TagSpecifications">;
  },
): Answer<AuthorizeSecurityGroupIngressCommandOutput> {
  const { isEgress, permissions, input } = request;
  if (permissions.length === 0) {
    throw new AwsError("MissingParameter", "The request must contain the parameter ipPermissions");
  }
  const tags = specifiedTags(input.TagSpecifications, "security-group-rule");
  const drafts = readPermissions(context, permissions, (pair) =>
    readReferencedGroup(context, pair, { group, isEgress }),
  );
  const present = rulesOfGroup(context.regionWorld, group.GroupId, isEgress);
  const known = new Set(present.map(ruleKey));
  const twice = drafts.find((draft) => known.has(ruleKey(draft)));
  if (twice !== undefined) {
    throw new AwsError(
      "InvalidPermission.Duplicate",
      `the specified rule "${spellRule(twice)}" already exists`,
    );
  }
  checkRuleQuota(context.regionWorld, [...present, ...drafts]);
  const rules = addRules(context, group, { isEgress, drafts, tags });
  return { Return: true, SecurityGroupRules: toVisibleRules(context, rules) };
}

export const authorizeSecurityGroupIngress: Handler<
  AuthorizeSecurityGroupIngressCommandInput,
  Answer<AuthorizeSecurityGroupIngressCommandOutput>
> = (context, input) =>
  authorize(context, findRequestedGroup(context.regionWorld, input), {
    isEgress: false,
    permissions: readFlatPermission(input),
    input,
  });

/** Takes IpPermissions only: of its single-rule members the API reference says "Not supported". */
export const authorizeSecurityGroupEgress: Handler<
  AuthorizeSecurityGroupEgressCommandInput,
  Answer<AuthorizeSecurityGroupEgressCommandOutput>
> = (context, input) =>
  authorize(context, getSecurityGroup(context.regionWorld, input.GroupId ?? ""), {
    isEgress: true,
    permissions: input.IpPermissions ?? [],
    input,
  });

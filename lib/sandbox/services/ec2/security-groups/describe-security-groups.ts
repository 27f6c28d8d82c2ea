import type {
  DescribeSecurityGroupsCommandInput,
  DescribeSecurityGroupsCommandOutput,
  IpPermission,
  SecurityGroup,
  SecurityGroupRule,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import type { StoredSecurityGroup } from "../../../world/world";
import { describeCollection, type Collection } from "../describe/describe-collection";
import { getSecurityGroupByName } from "./find-security-group";
import { toPermissions } from "./rules/to-permissions";
import { toVisibleRules } from "./rules/to-visible-rules";
import { securityGroupFilters } from "./security-group-filters";
import { securityGroupIds } from "./security-group-ids";

/** A group whose rules are drawn into permissions once somebody looks: a page or a filter rarely needs all 5,000. */
function toVisibleGroup(group: StoredSecurityGroup, rules: readonly SecurityGroupRule[]): SecurityGroup {
  const draw = (isEgress: boolean) =>
    toPermissions(rules.filter((rule) => (rule.IsEgress === true) === isEgress));
  let ingress: IpPermission[] | undefined;
  let egress: IpPermission[] | undefined;
  return {
    ...group,
    get IpPermissions() {
      return (ingress ??= draw(false));
    },
    get IpPermissionsEgress() {
      return (egress ??= draw(true));
    },
  };
}

/** Every group with its rules. */
function listSecurityGroups(context: HandlerContext): SecurityGroup[] {
  const { regionWorld } = context;
  const rules = new Map<string | undefined, SecurityGroupRule[]>();
  for (const rule of toVisibleRules(context, regionWorld.securityGroupRules)) {
    const own = rules.get(rule.GroupId) ?? [];
    own.push(rule);
    rules.set(rule.GroupId, own);
  }
  return regionWorld.securityGroups.map((group) => toVisibleGroup(group, rules.get(group.GroupId) ?? []));
}

/** Security groups. */
const securityGroupCollection: Collection<SecurityGroup> = {
  ...securityGroupIds,
  list: listSecurityGroups,
  idOf: (group) => group.GroupId,
  tagsOf: (group) => group.Tags,
  filters: securityGroupFilters,
};

export const describeSecurityGroups: Handler<
  DescribeSecurityGroupsCommandInput,
  Answer<DescribeSecurityGroupsCommandOutput>
> = (context, input) => {
  const { GroupIds: ids = [], GroupNames: names = [], Filters, MaxResults, NextToken } = input;
  if (names.length > 0 && MaxResults !== undefined) {
    throw new AwsError(
      "InvalidParameterCombination",
      "The parameter maxResults cannot be used with the parameter that lists names.",
    );
  }
  // Names are looked up in the default VPC only.
  const named = names.map((name) => getSecurityGroupByName(context.regionWorld, name).GroupId ?? "");
  const { items, ...page } = describeCollection(context, securityGroupCollection, {
    ids: [...ids, ...named],
    Filters,
    MaxResults,
    NextToken,
  });
  return { SecurityGroups: items, ...page };
};

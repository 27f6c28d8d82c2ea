import type { IpPermission, ReferencedSecurityGroup, UserIdGroupPair } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../../aws-error";
import type { HandlerContext } from "../../../../handler";
import { managedPrefixListIds } from "../../prefix-lists/managed-prefix-list-ids";
import { idError } from "../../describe/pick-by-ids";
import { parseCidr } from "../../requests/parse-cidr";
import { readDescription } from "./read-description";
import { readPorts } from "./read-ports";
import { ruleKey, type RuleDraft } from "./rule-draft";

type Context = Pick<HandlerContext, "regionWorld">;
/** Gives the group that a pair names, or throws where it must not be named. */
type ReadReference = (pair: UserIdGroupPair) => ReferencedSecurityGroup;

/** A block in the spelling that rules keep: AWS drops the host's bits instead of refusing them. */
export function readRuleCidr(text: string | undefined, family: 4 | 6): string {
  const cidr = parseCidr(text ?? "");
  if (cidr?.family === family) return cidr.canonical;
  throw new AwsError("InvalidParameterValue", `CIDR block ${text ?? ""} is malformed`);
}

/** The id of a prefix list that exists. */
export function readPrefixListId({ regionWorld }: Context, id: string | undefined): string {
  const known = regionWorld.managedPrefixLists.some((list) => list.PrefixListId === id);
  if (known && id !== undefined) return id;
  throw idError(managedPrefixListIds, id ?? "");
}

function readPermission(
  context: Context,
  permission: IpPermission,
  readReference: ReadReference,
): RuleDraft[] {
  const ports = readPorts(permission);
  const drafts: RuleDraft[] = [
    ...(permission.IpRanges ?? []).map((range) => ({
      ...ports,
      CidrIpv4: readRuleCidr(range.CidrIp, 4),
      ...readDescription(range.Description),
    })),
    ...(permission.Ipv6Ranges ?? []).map((range) => ({
      ...ports,
      CidrIpv6: readRuleCidr(range.CidrIpv6, 6),
      ...readDescription(range.Description),
    })),
    ...(permission.PrefixListIds ?? []).map((list) => ({
      ...ports,
      PrefixListId: readPrefixListId(context, list.PrefixListId),
      ...readDescription(list.Description),
    })),
    ...(permission.UserIdGroupPairs ?? []).map((pair) => ({
      ...ports,
      ReferencedGroupInfo: readReference(pair),
      ...readDescription(pair.Description),
    })),
  ];
  if (drafts.length > 0) return drafts;
  throw new AwsError(
    "InvalidParameterValue",
    "A permission must have at least one of IpRanges, Ipv6Ranges, PrefixListIds and UserIdGroupPairs.",
  );
}

/** The rules that permissions stand for, one for each peer. Throws AwsError for what EC2 refuses. */
export function readPermissions(
  context: Context,
  permissions: readonly IpPermission[],
  readReference: ReadReference,
): RuleDraft[] {
  const drafts = permissions.flatMap((permission) => readPermission(context, permission, readReference));
  if (new Set(drafts.map(ruleKey)).size < drafts.length) {
    throw new AwsError("InvalidParameterValue", "The same permission must not appear multiple times");
  }
  return drafts;
}

import type { SecurityGroupForVpc } from "@aws-sdk/client-ec2";
import type { OfferedSecurityGroup, VpcSecurityGroupList } from "@/lib/contract/vpcs";
import { nameTag } from "@/lib/core/network/name-tag";
import type { Network, Resource } from "@/lib/core/network/network";
import { asAccount } from "../../aws/accounts/as-account";
import type { AwsScope } from "../../aws/aws-clients";
import { describeSecurityGroups, getSecurityGroupsForVpc } from "../../aws/ec2";
import { toAwsFailure } from "../../aws/errors/aws-failure";
import { readAllPages } from "../../aws/paginate";
import { toRecorded } from "../../collector/reading/to-recorded";
import type { RequestContext } from "../../context";
import { getNetwork } from "../snapshots/get-network";
import { requireVpc } from "./require-vpc";
import { countFunctionsByGroup, toSecurityGroupDetail } from "./to-security-group-detail";

/** EC2 API reference, Filter: at most 200 values. */
const MAX_FILTER_VALUES = 200;

/**
 * The groups that interfaces in a VPC may have, by name: its own, those associated from other VPCs, and shared ones, as
 * the VPC's account sees them. Where AWS does not list them, the VPC's own as the snapshot holds them, and why. Throws
 * ApiError `not_found`.
 */
export async function listVpcSecurityGroups({
  ctx,
  input: { vpcId },
}: {
  ctx: RequestContext;
  input: { vpcId: string };
}): Promise<VpcSecurityGroupList> {
  const { network } = await getNetwork({ ctx });
  const { accountId, region } = requireVpc(network, vpcId);
  const scope = { aws: ctx.aws, region: region ?? undefined, signal: ctx.signal };
  const vpc = { vpcId, accountId };
  try {
    const listed = await asAccount(scope, accountId, (aws) => readListed({ ...scope, aws }, vpcId));
    const { fresh, error } = await readMissing(scope, network, { accountId, listed });
    const items = toItems(network, vpc, listed, fresh);
    return { source: "live", items, ...(error !== undefined && { error }) };
  } catch (error) {
    const items = toItems(network, vpc, toListed(network, vpcId), new Map());
    return { source: "snapshot", items, error: toRefusal(error) };
  }
}

function toRefusal(error: unknown): NonNullable<VpcSecurityGroupList["error"]> {
  const { code, message, missingPermission } = toAwsFailure(error);
  return { code, message, ...(missingPermission !== undefined && { missingPermission }) };
}

function readListed(scope: AwsScope, VpcId: string): Promise<SecurityGroupForVpc[]> {
  return readAllPages(async (NextToken) => {
    const page = await getSecurityGroupsForVpc(scope, { VpcId, MaxResults: 1000, NextToken });
    return { items: page.SecurityGroupForVpcs ?? [], nextToken: page.NextToken };
  }, scope.signal);
}

interface Missing {
  fresh: Map<string, Resource<"SecurityGroups">>;
  error?: VpcSecurityGroupList["error"];
}

/**
 * Listed groups have no rules. Those that the snapshot lacks are read, each as the account that owns it, and `error`
 * says why some could not be.
 */
async function readMissing(
  scope: AwsScope,
  { securityGroups }: Pick<Network, "securityGroups">,
  { accountId, listed }: { accountId: string | null; listed: readonly SecurityGroupForVpc[] },
): Promise<Missing> {
  const idsByOwner = new Map<string | null, string[]>();
  for (const { GroupId, OwnerId } of listed) {
    if (GroupId === undefined || securityGroups.has(GroupId)) continue;
    const owner = OwnerId ?? accountId;
    idsByOwner.set(owner, [...(idsByOwner.get(owner) ?? []), GroupId]);
  }
  const read = await Promise.all(
    [...idsByOwner].map(([owner, ids]) => readRules(scope, owner, ids.slice(0, MAX_FILTER_VALUES))),
  );
  const error = read.map((one) => one.error).find((one) => one !== undefined);
  const fresh = new Map(read.flatMap((one) => [...one.fresh]));
  return { fresh, ...(error !== undefined && { error }) };
}

async function readRules(scope: AwsScope, owner: string | null, ids: string[]): Promise<Missing> {
  const Filters = [{ Name: "group-id", Values: ids }];
  try {
    const groups = await asAccount(scope, owner, (aws) =>
      readAllPages(async (NextToken) => {
        const page = await describeSecurityGroups(
          { ...scope, aws },
          { Filters, MaxResults: 1000, NextToken },
        );
        return { items: page.SecurityGroups ?? [], nextToken: page.NextToken };
      }, scope.signal),
    );
    return { fresh: new Map(groups.map((group) => [group.GroupId ?? "", toRecorded(group)])) };
  } catch (error) {
    return { fresh: new Map(), error: toRefusal(error) };
  }
}

function toListed(network: Network, vpcId: string): SecurityGroupForVpc[] {
  return (network.lookups.securityGroupIdsByVpc.get(vpcId) ?? []).map((GroupId) => ({
    GroupId,
    GroupName: network.securityGroups.get(GroupId)?.resource.GroupName,
    OwnerId: network.securityGroups.get(GroupId)?.resource.OwnerId,
    PrimaryVpcId: vpcId,
  }));
}

function toItems(
  network: Network,
  { vpcId, accountId }: { vpcId: string; accountId: string | null },
  listed: readonly SecurityGroupForVpc[],
  fresh: ReadonlyMap<string, Resource<"SecurityGroups">>,
): OfferedSecurityGroup[] {
  const functionCounts = countFunctionsByGroup(network);
  return listed
    .flatMap(({ GroupId, GroupName, Description, OwnerId, PrimaryVpcId }) => {
      if (GroupId === undefined) return [];
      const detail = toSecurityGroupDetail(network, GroupId, functionCounts, fresh.get(GroupId));
      const home = network.vpcs.get(PrimaryVpcId ?? "")?.resource;
      const isShared = OwnerId !== undefined && accountId !== null && OwnerId !== accountId;
      return {
        ...detail,
        groupName: GroupName ?? detail.groupName,
        description: Description ?? detail.description,
        vpcId: PrimaryVpcId ?? detail.vpcId,
        vpcName: home ? nameTag(home) : null,
        ownerId: OwnerId ?? null,
        origin:
          PrimaryVpcId === vpcId
            ? ("own" as const)
            : isShared
              ? ("shared" as const)
              : ("associated" as const),
      };
    })
    .sort((a, b) => key(a).localeCompare(key(b), "en"));
}

/** The VPC's own come first. */
function key({ origin, groupName, groupId }: OfferedSecurityGroup): string {
  return `${origin === "own" ? "0" : "1"} ${groupName ?? ""} ${groupId}`;
}

import type { Attachment } from "@/lib/core/network/vpc-config";
import type { Resource } from "@/lib/core/network/network";
import type { Reading, RoleFacts } from "@/lib/core/plans/plan-facts";
import type { LiveReadings } from "@/lib/core/plans/select-facts";
import type { AwsScope } from "../../aws/aws-clients";
import { toAwsFailure, type AwsFailure } from "../../aws/errors/aws-failure";
import {
  describeNetworkInterfaces,
  describeSecurityGroups,
  describeSubnets,
  getSecurityGroupsForVpc,
} from "../../aws/ec2";
import { getRole } from "../../aws/iam";
import { isAssumableByLambda } from "../../aws/roles/list-lambda-roles";
import { readAllPages } from "../../aws/paginate";
import { findDeniedVpcActions } from "../../aws/roles/simulate-role-actions";
import { toRecorded } from "../../collector/reading/to-recorded";

/** Reads the things a plan names as they are now. What cannot be read is unread, with AWS's reason; nothing throws. */
export async function readLive(
  scope: AwsScope,
  { before, after }: { before: Attachment | null; after: Attachment | null },
): Promise<LiveReadings> {
  const subnetIds = [...new Set([...(after?.subnetIds ?? []), ...(before?.subnetIds ?? [])])];
  const [subnets, securityGroups] = await Promise.all([
    readSubnets(scope, subnetIds),
    readSecurityGroups(scope, after?.securityGroupIds ?? []),
  ]);
  const vpcIds = subnets.status === "read" ? subnets.value.flatMap(({ VpcId }) => VpcId ?? []) : [];
  const [networkInterfaces, offeredGroups] = await Promise.all([
    readInterfaces(scope, [...new Set(vpcIds)]),
    readOfferedGroups(scope, after, { subnets, securityGroups }),
  ]);
  return { subnets, securityGroups, networkInterfaces, offeredGroups };
}

/** Asked only where a group is not the VPC's own, so that a plan without one needs no further permission. */
function readOfferedGroups(
  scope: AwsScope,
  after: Attachment | null,
  { subnets, securityGroups }: Pick<LiveReadings, "subnets" | "securityGroups">,
): Promise<LiveReadings["offeredGroups"]> {
  if (after === null) return Promise.resolve({ status: "read", value: [] });
  if (subnets.status === "unread") return Promise.resolve(subnets);
  const vpcId = after.subnetIds
    .map((id) => subnets.value.find(({ SubnetId }) => SubnetId === id)?.VpcId)
    .find((id) => id !== undefined);
  const own = securityGroups.status === "read" ? securityGroups.value : [];
  const foreign = after.securityGroupIds.filter(
    (id) => !own.some(({ GroupId, VpcId }) => GroupId === id && VpcId === vpcId),
  );
  return readList(vpcId === undefined ? [] : foreign, async (NextToken) => {
    const Filters = [{ Name: "group-id", Values: foreign }];
    const page = await getSecurityGroupsForVpc(scope, { VpcId: vpcId, Filters, NextToken });
    return { items: (page.SecurityGroupForVpcs ?? []).map(toRecorded), nextToken: page.NextToken };
  });
}

/** A filter, not `SubnetIds`: one unknown id must not hide the others. */
function readSubnets(scope: AwsScope, ids: readonly string[]): Promise<Reading<Resource<"Subnets">[]>> {
  return readList(ids, async (NextToken) => {
    const input = { Filters: [{ Name: "subnet-id", Values: [...ids] }], NextToken };
    const page = await describeSubnets(scope, input);
    return { items: (page.Subnets ?? []).map(toRecorded), nextToken: page.NextToken };
  });
}

function readSecurityGroups(
  scope: AwsScope,
  ids: readonly string[],
): Promise<Reading<Resource<"SecurityGroups">[]>> {
  return readList(ids, async (NextToken) => {
    const input = { Filters: [{ Name: "group-id", Values: [...ids] }], NextToken };
    const page = await describeSecurityGroups(scope, input);
    return { items: (page.SecurityGroups ?? []).map(toRecorded), nextToken: page.NextToken };
  });
}

function readInterfaces(
  scope: AwsScope,
  vpcIds: readonly string[],
): Promise<Reading<Resource<"NetworkInterfaces">[]>> {
  return readList(vpcIds, async (NextToken) => {
    const input = { Filters: [{ Name: "vpc-id", Values: [...vpcIds] }], NextToken };
    const page = await describeNetworkInterfaces(scope, input);
    return { items: (page.NetworkInterfaces ?? []).map(toRecorded), nextToken: page.NextToken };
  });
}

async function readList<Item>(
  ids: readonly string[],
  fetchPage: (nextToken: string | undefined) => Promise<{ items: Item[]; nextToken: string | undefined }>,
): Promise<Reading<Item[]>> {
  if (ids.length === 0) return { status: "read", value: [] };
  return toReading(readAllPages(fetchPage));
}

/** What IAM would decide for the role; SCPs with conditions and resource policies are beyond its simulation. */
export async function readRole(scope: AwsScope, roleArn: string): Promise<RoleFacts> {
  return { roleArn, denied: await toReading(findDeniedVpcActions(scope, roleArn)) };
}

/** Whether Lambda may assume the role; a role that does not exist may not. */
export async function readRoleTrust(scope: AwsScope, roleArn: string): Promise<Reading<boolean>> {
  const roleName = roleArn.slice(roleArn.lastIndexOf("/") + 1);
  const trust = getRole(scope, roleName).then(({ Role }) =>
    isAssumableByLambda(Role?.AssumeRolePolicyDocument),
  );
  return toReading(
    trust.catch((error: unknown) => {
      if (toAwsFailure(error).kind === "not-found") return false;
      throw error;
    }),
  );
}

export async function toReading<Value>(promise: Promise<Value>): Promise<Reading<Value>> {
  try {
    return { status: "read", value: await promise };
  } catch (error) {
    return { status: "unread", reason: describe(toAwsFailure(error)) };
  }
}

/** "AccessDenied iam:SimulatePrincipalPolicy" */
function describe({ code, missingPermission, operation }: AwsFailure): string {
  return `${code} ${missingPermission ?? operation}`;
}

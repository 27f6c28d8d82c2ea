import type { FunctionDetail } from "@/lib/contract/functions";
import type { ReadCall } from "@/lib/core/network/calls";
import { gapsOf } from "@/lib/core/network/coverage-of";
import { nameTag } from "@/lib/core/network/name-tag";
import type { LocatedFunction, Network } from "@/lib/core/network/network";
import { vpcCidrBlocks } from "@/lib/core/network/vpc-cidr-blocks";
import { explainState } from "@/lib/core/operations/explain-state";
import type { RequestContext } from "../../context";
import { findActiveOperations } from "../operations/find-active-operations";
import { getNetwork } from "../snapshots/get-network";
import { countFunctionsByGroup, toSecurityGroupDetail } from "../vpcs/to-security-group-detail";
import { toSubnetDetail } from "../vpcs/to-subnet-detail";
import { requireFunction } from "./require-function";
import { toFunctionInterfaces } from "./to-function-interfaces";
import { toFunctionSummary } from "./to-function-summary";

/** One function and all that decides how it is connected. Throws ApiError `not_found` and `ambiguous_name`. */
export async function getFunction({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { name: string; snapshotId?: string | undefined };
}): Promise<FunctionDetail> {
  const { network, snapshot } = await getNetwork({ ctx, snapshotId: input.snapshotId });
  const located = requireFunction(network, input.name);
  const activeOperations = await findActiveOperations({ ctx });
  const { subnetIds = [], securityGroupIds = [] } = located.attachment ?? {};
  const functionCounts = countFunctionsByGroup(network);
  return {
    ...toFunctionSummary(network, located, activeOperations),
    ...toConfiguration(located),
    ...toStateFacts(network, located),
    snapshotId: snapshot.id,
    capturedAt: snapshot.capturedAt,
    vpc: toVpc(network, located),
    subnets: subnetIds.map((subnetId) => toSubnetDetail(network, subnetId)),
    securityGroups: securityGroupIds.map((id) => toSecurityGroupDetail(network, id, functionCounts)),
    networkInterfaces: toFunctionInterfaces(network, located),
    versions: toVersions(network, located),
    gaps: gapsOf(network, callsBehind(network, located), located),
  };
}

function toConfiguration({ resource }: LocatedFunction) {
  return {
    handler: resource.Handler ?? null,
    description: resource.Description ?? null,
    memorySize: toInteger(resource.MemorySize),
    timeout: toInteger(resource.Timeout),
    lastModified: resource.LastModified ?? null,
    roleArn: resource.Role ?? null,
  };
}

function toInteger(value: number | undefined): number | null {
  return value !== undefined && Number.isInteger(value) ? value : null;
}

function toStateFacts(network: Network, { arn, resource }: LocatedFunction) {
  const state = network.functionStates.get(arn)?.resource;
  const { summary, nextStep } = explainState({
    state: state?.State,
    stateReason: state?.StateReason,
    stateReasonCode: state?.StateReasonCode,
    lastUpdateStatus: state?.LastUpdateStatus,
    lastUpdateStatusReason: state?.LastUpdateStatusReason,
    lastUpdateStatusReasonCode: state?.LastUpdateStatusReasonCode,
  });
  return {
    revisionId: state?.RevisionId ?? resource.RevisionId ?? null,
    stateReason: state?.StateReason ?? null,
    lastUpdateStatusReason: state?.LastUpdateStatusReason ?? null,
    lastUpdateStatusReasonCode: state?.LastUpdateStatusReasonCode ?? null,
    stateExplanation: { summary, nextStep },
  };
}

function toVpc(network: Network, { attachment }: LocatedFunction): FunctionDetail["vpc"] {
  if (!attachment) return null;
  const { vpcId } = attachment;
  const vpc = network.vpcs.get(vpcId);
  return { vpcId, name: vpc ? nameTag(vpc.resource) : null, cidrBlocks: vpcCidrBlocks(network, vpcId) };
}

/** Published versions keep their own VpcConfig and so pin interfaces. */
function toVersions(
  { lookups, functionVersions }: Network,
  { arn }: LocatedFunction,
): FunctionDetail["versions"] {
  return (lookups.versionArnsByFunction.get(arn) ?? [])
    .flatMap((versionArn) => functionVersions.get(versionArn) ?? [])
    .map(({ resource, attachment }) => ({ version: resource.Version ?? "", vpcConfig: attachment }))
    .sort((a, b) => a.version.localeCompare(b.version, "en", { numeric: true }));
}

/** Calls whose failure makes this page less certain. */
function callsBehind({ functionStates }: Network, { arn, attachment }: LocatedFunction): ReadCall[] {
  return [
    ...(functionStates.has(arn) ? [] : (["GetFunction"] as const)),
    ...(attachment
      ? ([
          "DescribeVpcs",
          "DescribeSubnets",
          "DescribeRouteTables",
          "DescribeSecurityGroups",
          "DescribeNetworkAcls",
          "DescribeNetworkInterfaces",
        ] as const)
      : []),
  ];
}

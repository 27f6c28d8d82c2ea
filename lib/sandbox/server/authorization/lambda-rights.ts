import { findFunction } from "../../services/lambda/names/get-function-version";
import type { ConditionContext } from "../../services/iam/evaluation/condition-context";
import type { RegionWorld } from "../../world/world";
import {
  isRecord,
  requestTagKeys,
  resourceTagKeys,
  textOf,
  textsOf,
  type AuthorizedCall,
  type RightsOf,
} from "./authorized-call";

/** Actions whose name is not the operation's (Service Authorization Reference: `list_awslambda`). */
const ACTION_NAMES: Readonly<Record<string, string>> = { Invoke: "InvokeFunction" };

/** What a request names: `f`, `123456789012:function:f:live`, an ARN, with the qualifier that may stand beside it. */
function functionArn(call: AuthorizedCall): string | undefined {
  const { input, region, caller } = call;
  const name = textOf(input, "FunctionName") ?? textOf(input, "Resource");
  if (name === undefined) return undefined;
  const qualifier = textOf(input, "Qualifier");
  const suffix = qualifier === undefined ? "" : `:${qualifier}`;
  if (name.startsWith("arn:")) return `${name}${suffix}`;
  const plain = name.replace(/^(\d{12}:)?function:/, "");
  return `arn:aws:lambda:${region}:${caller.accountId}:function:${plain}${suffix}`;
}

function tagsOfFunction(regionWorld: RegionWorld, arn: string): Record<string, string> {
  return findFunction(regionWorld, arn.split(":")[6] ?? "")?.tags ?? {};
}

/** The keys of section "VPC" of the Lambda Developer Guide: the VPC is derived, not asked for. */
function vpcKeys({ input, regionWorld, operation }: AuthorizedCall): ConditionContext {
  const vpcConfig = input["VpcConfig"];
  const isAbout = operation === "CreateFunction" || operation === "UpdateFunctionConfiguration";
  if (!isAbout || !isRecord(vpcConfig)) return {};
  const subnetIds = textsOf(vpcConfig, "SubnetIds");
  const groupIds = textsOf(vpcConfig, "SecurityGroupIds");
  const vpcIds = regionWorld.subnets.flatMap((subnet) =>
    subnet.SubnetId !== undefined && subnetIds.includes(subnet.SubnetId) ? (subnet.VpcId ?? []) : [],
  );
  return {
    ...(vpcIds.length === 0 ? {} : { "lambda:VpcIds": [...new Set(vpcIds)] }),
    ...(subnetIds.length === 0 ? {} : { "lambda:SubnetIds": subnetIds }),
    ...(groupIds.length === 0 ? {} : { "lambda:SecurityGroupIds": groupIds }),
  };
}

function givenTags(input: Record<string, unknown>): Record<string, string> {
  const tags = input["Tags"];
  if (!isRecord(tags)) return {};
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, String(value)]));
}

/** Lambda: on the function, with its tags, those of the request and the VPC that it asks for. */
export const lambdaRights: RightsOf = (call) => {
  const { operation, input, regionWorld } = call;
  const action = `lambda:${ACTION_NAMES[operation] ?? operation}`;
  const resource = functionArn(call) ?? "*";
  const tags = givenTags(input);
  const removed = textsOf(input, "TagKeys");
  const principal = textOf(input, "Principal");
  const context = {
    ...resourceTagKeys(tagsOfFunction(regionWorld, resource)),
    ...requestTagKeys(tags),
    ...(removed.length === 0 ? {} : { "aws:TagKeys": removed }),
    ...(principal === undefined ? {} : { "lambda:Principal": [principal] }),
    ...vpcKeys(call),
  };
  const own = { action, resource, context };
  // Whoever creates a function with tags tags it (configuration-tags).
  return operation === "CreateFunction" && Object.keys(tags).length > 0
    ? [own, { action: "lambda:TagResource", resource, context }]
    : [own];
};

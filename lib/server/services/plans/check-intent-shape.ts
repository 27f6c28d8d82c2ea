import { MAX_SECURITY_GROUPS, MAX_SUBNETS } from "@/lib/contract/limits";
import { SECURITY_GROUP_ID_PATTERN, SUBNET_ID_PATTERN, type PlanIntent } from "@/lib/contract/plans";
import { ApiError } from "../../http/api-error";

interface ListRule {
  field: "subnetIds" | "securityGroupIds";
  pattern: RegExp;
  max: number;
  noun: string;
}

const rules: readonly ListRule[] = [
  { field: "subnetIds", pattern: SUBNET_ID_PATTERN, max: MAX_SUBNETS, noun: "subnets" },
  {
    field: "securityGroupIds",
    pattern: SECURITY_GROUP_ID_PATTERN,
    max: MAX_SECURITY_GROUPS,
    noun: "security groups",
  },
];
const MAX_ID_LENGTH = 1024;

/**
 * Refuses what is wrong in itself, whatever the world looks like, with AWS's own code and words (Lambda API reference,
 * VpcConfig, and recorded answers). Throws ApiError `invalid_request`.
 */
export function checkIntentShape(intent: PlanIntent): void {
  if (intent.kind === "detach-function") return;
  const lists = { subnetIds: intent.subnetIds ?? [], securityGroupIds: intent.securityGroupIds ?? [] };
  for (const rule of rules) checkList(intent.kind, rule, lists[rule.field]);
  checkCoexistence(intent.kind, lists.subnetIds, lists.securityGroupIds);
}

function checkList(
  kind: PlanIntent["kind"],
  { field, pattern, max, noun }: ListRule,
  ids: readonly string[],
): void {
  const malformed = ids.findIndex((id) => id.length > MAX_ID_LENGTH || !pattern.test(id));
  if (malformed !== -1) {
    const constraint = `Member must satisfy constraint: [Member must have length less than or equal to ${MAX_ID_LENGTH}, Member must have length greater than or equal to 0, Member must satisfy regular expression pattern: ${pattern.source.slice(1, -1)}]`;
    throw refusal(
      kind,
      `intent.${field}[${malformed}]`,
      "ValidationException",
      awsText(ids, field, constraint),
    );
  }
  if (new Set(ids).size > max) {
    throw refusal(
      kind,
      `intent.${field}`,
      "ValidationException",
      awsText(ids, field, `Member must have length less than or equal to ${max}`),
      `Choose at most ${max} ${noun}.`,
    );
  }
}

function checkCoexistence(
  kind: PlanIntent["kind"],
  subnetIds: readonly string[],
  groupIds: readonly string[],
): void {
  const message = "SubnetIds and SecurityIds must coexist or be both empty list.";
  if (subnetIds.length === 0 && groupIds.length > 0) {
    throw refusal(
      kind,
      "intent.subnetIds",
      "InvalidParameterValueException",
      message,
      "Choose at least one subnet.",
    );
  }
  if (groupIds.length === 0 && subnetIds.length > 0) {
    const nextStep = "Choose at least one security group.";
    throw refusal(kind, "intent.securityGroupIds", "InvalidParameterValueException", message, nextStep);
  }
  if (kind === "attach-function" && subnetIds.length === 0) {
    throw new ApiError("invalid_request", "An attachment needs at least one subnet and one security group.", {
      field: "intent.subnetIds",
      nextStep: "To take the function out of its VPC, plan detach-function.",
    });
  }
}

function awsText(ids: readonly string[], field: string, constraint: string): string {
  return `1 validation error detected: Value '[${ids.join(", ")}]' at 'vpcConfig.${field}' failed to satisfy constraint: ${constraint}`;
}

function refusal(
  kind: PlanIntent["kind"],
  field: string,
  code: string,
  message: string,
  nextStep?: string,
): ApiError {
  const operation = kind === "create-function" ? "CreateFunction" : "UpdateFunctionConfiguration";
  return new ApiError("invalid_request", message, {
    field,
    aws: { code, operation },
    ...(nextStep === undefined ? {} : { nextStep }),
  });
}

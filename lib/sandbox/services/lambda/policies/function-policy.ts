import type {
  AddPermissionRequest,
  AddPermissionResponse,
  GetPolicyRequest,
  GetPolicyResponse,
  RemovePermissionRequest,
} from "@aws-sdk/client-lambda";
import type { Handler, HandlerContext } from "../../../handler";
import type { LambdaFunction } from "../../../world/world";
import { preconditionFailed, resourceConflict, resourceNotFound } from "../lambda-errors";
import { getFunctionVersion } from "../names/get-function-version";
import { shapeCheck } from "../validation/shape-check";

type FunctionPolicy = NonNullable<LambdaFunction["policies"]>[string];

interface Target {
  fn: LambdaFunction;
  /** The version or alias that the policy is of; empty for the function itself. */
  key: string;
  arn: string;
  policy: FunctionPolicy | undefined;
}

function getTarget(
  context: HandlerContext,
  input: { FunctionName: string | undefined; Qualifier?: string | undefined },
): Target {
  const { fn, functionArn, qualifier } = getFunctionVersion(context, input);
  const key = qualifier ?? "";
  const policies = fn.policies ?? {};
  return {
    fn,
    key,
    arn: key === "" ? functionArn : `${functionArn}:${key}`,
    policy: Object.hasOwn(policies, key) ? policies[key] : undefined,
  };
}

function checkRevision(policy: FunctionPolicy | undefined, revisionId: string | undefined): void {
  if (revisionId !== undefined && revisionId !== policy?.revisionId) throw preconditionFailed();
}

function toPrincipal(principal: string): unknown {
  if (principal === "*") return "*";
  if (/^\d{12}$/.test(principal)) return { AWS: `arn:aws:iam::${principal}:root` };
  return principal.startsWith("arn:") ? { AWS: principal } : { Service: principal };
}

function toCondition(input: AddPermissionRequest): Record<string, Record<string, string>> {
  const equals = {
    ...(input.SourceAccount === undefined ? {} : { "AWS:SourceAccount": input.SourceAccount }),
    ...(input.PrincipalOrgID === undefined ? {} : { "aws:PrincipalOrgID": input.PrincipalOrgID }),
    ...(input.EventSourceToken === undefined ? {} : { "lambda:EventSourceToken": input.EventSourceToken }),
    ...(input.FunctionUrlAuthType === undefined
      ? {}
      : { "lambda:FunctionUrlAuthType": input.FunctionUrlAuthType }),
  };
  return {
    ...(Object.keys(equals).length === 0 ? {} : { StringEquals: equals }),
    ...(input.SourceArn === undefined ? {} : { ArnLike: { "AWS:SourceArn": input.SourceArn } }),
  };
}

/** Lets a service or an account use a function, a version or an alias. */
export const addPermission: Handler<AddPermissionRequest, AddPermissionResponse> = (context, input) => {
  const check = shapeCheck();
  check.pattern("statementId", input.StatementId, String.raw`([a-zA-Z0-9-_.]+)`);
  check.pattern("action", input.Action, String.raw`(lambda:[*]|lambda:[a-zA-Z]+|[*])`);
  check.throwIfViolated();
  const { fn, key, arn, policy } = getTarget(context, input);
  checkRevision(policy, input.RevisionId);
  const { StatementId: sid = "" } = input;
  const statements = policy?.statements ?? [];
  if (statements.some((statement) => statement.sid === sid)) {
    throw resourceConflict(
      `The statement id (${sid}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
    );
  }
  const condition = toCondition(input);
  const json = JSON.stringify({
    Sid: sid,
    Effect: "Allow",
    Principal: toPrincipal(input.Principal ?? ""),
    Action: input.Action,
    Resource: arn,
    ...(Object.keys(condition).length === 0 ? {} : { Condition: condition }),
  });
  const added = { revisionId: context.ids.uuid(), statements: [...statements, { sid, json }] };
  fn.policies = { ...fn.policies, [key]: added };
  return { Statement: json };
};

/** Takes one statement away, and with the last one the policy. */
export const removePermission: Handler<RemovePermissionRequest, Record<string, never>> = (context, input) => {
  const { fn, key, policy } = getTarget(context, input);
  if (policy === undefined) throw resourceNotFound("No policy is associated with the given resource.");
  const { StatementId: sid = "" } = input;
  const left = policy.statements.filter((statement) => statement.sid !== sid);
  if (left.length === policy.statements.length) {
    throw resourceNotFound(`Statement ${sid} is not found in resource policy.`);
  }
  checkRevision(policy, input.RevisionId);
  const policies = { ...fn.policies, [key]: { revisionId: context.ids.uuid(), statements: left } };
  if (left.length === 0) Reflect.deleteProperty(policies, key);
  fn.policies = policies;
  return {};
};

/** The resource policy of a function, a version or an alias. */
export const getPolicy: Handler<GetPolicyRequest, GetPolicyResponse> = (context, input) => {
  const { policy } = getTarget(context, input);
  if (policy === undefined) throw resourceNotFound("The resource you requested does not exist.");
  const statements = policy.statements.map((statement) => statement.json).join(",");
  return {
    Policy: `{"Version":"2012-10-17","Id":"default","Statement":[${statements}]}`,
    RevisionId: policy.revisionId,
  };
};

import type { AssumeRoleCommandInput, AssumeRoleCommandOutput } from "@aws-sdk/client-sts";
import { AwsError } from "../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../handler";
import type { Role } from "../../world/iam-world";
import { findRole } from "../../world/find-account";
import type { World } from "../../world/world";
import { parsePolicyDocument } from "../iam/evaluation/policy-document";
import { callerKeys } from "../iam/evaluation/caller-context";
import { evaluateTrust, type TrustedPrincipal } from "../iam/evaluation/evaluate-trust";
import { denialSentence, findDenial } from "../iam/evaluation/find-denial";
import { defaultDocumentOf, findPolicy } from "../iam/managed-policies/find-policy";
import { issueCredentials } from "./temporary-credentials";

const ACTION = "sts:AssumeRole";
/** "Role chaining limits your role session to a maximum of one hour." */
const CHAINED_MAX_SECONDS = 3600;

function invalid(member: string, value: string | number | undefined, constraint: string): AwsError {
  return new AwsError(
    "ValidationError",
    `1 validation error detected: Value '${String(value ?? "")}' at '${member}' failed to satisfy constraint: ${constraint}`,
  );
}

function checkShape(input: AssumeRoleCommandInput): void {
  const { RoleArn: arn = "", RoleSessionName: name = "", DurationSeconds: seconds } = input;
  if (arn.length < 20) throw invalid("roleArn", arn, "Member must have length greater than or equal to 20");
  if (!/^arn:aws[\w-]*:iam::\d{12}:role\/.+$/.test(arn)) {
    throw new AwsError("ValidationError", `${arn} is invalid`);
  }
  if (!/^[\w+=,.@-]*$/.test(name)) {
    throw invalid("roleSessionName", name, "Member must satisfy regular expression pattern: [\\w+=,.@-]*");
  }
  if (name.length < 2 || name.length > 64) {
    const bound = name.length < 2 ? "greater than or equal to 2" : "less than or equal to 64";
    throw invalid("roleSessionName", name, `Member must have length ${bound}`);
  }
  if (seconds !== undefined && (seconds < 900 || seconds > 43_200)) {
    const bound = seconds < 900 ? "greater than or equal to 900" : "less than or equal to 43200";
    throw invalid("durationSeconds", seconds, `Member must have value ${bound}`);
  }
}

function checkDuration({ caller }: HandlerContext, role: Role, seconds: number | undefined): number {
  const isChained =
    caller.session !== undefined && caller.identity !== undefined && "roleName" in caller.identity;
  if (isChained && (seconds ?? 0) > CHAINED_MAX_SECONDS) {
    throw new AwsError(
      "ValidationError",
      "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining",
    );
  }
  if ((seconds ?? 0) > (role.maxSessionDuration ?? 3600)) {
    throw new AwsError(
      "ValidationError",
      "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
    );
  }
  return seconds ?? 3600;
}

function denied(callerArn: string, roleArn: string, because?: string): AwsError {
  const sentence = `User: ${callerArn} is not authorized to perform: ${ACTION} on resource: ${roleArn}`;
  return new AwsError("AccessDenied", because === undefined ? sentence : `${sentence} ${because}`, {
    httpStatus: 403,
  });
}

/**
 * Both sides have a say ("Cross-account policy evaluation logic"): the role's trust policy must let the caller in, and
 * the caller's own policies must allow it, unless the trust policy names a caller of the role's own account itself.
 */
function checkMayAssume(
  context: HandlerContext,
  role: Role | undefined,
  input: AssumeRoleCommandInput,
): void {
  const { caller } = context;
  const { RoleArn: roleArn = "", ExternalId: externalId, RoleSessionName: sessionName = "" } = input;
  if (role === undefined) throw denied(caller.arn, roleArn);
  const keys = {
    ...callerKeys(context),
    "sts:RoleSessionName": [sessionName],
    ...(externalId === undefined ? {} : { "sts:ExternalId": [externalId] }),
  };
  const isRoleSession = caller.identity !== undefined && "roleName" in caller.identity;
  const principal: TrustedPrincipal = {
    kind: "AWS",
    accountId: caller.accountId,
    arn: caller.arn,
    ...(isRoleSession ? { roleArn: caller.identity?.arn ?? "" } : {}),
  };
  const trust = evaluateTrust(role.assumeRolePolicyDocument, principal, { action: ACTION, context: keys });
  const question = { action: ACTION, resource: roleArn, context: keys };
  const denial = findDenial(context, question);
  if (trust === "implicitDeny") throw denied(caller.arn, roleArn);
  if (trust === "explicitDeny") {
    throw denied(caller.arn, roleArn, "with an explicit deny in a resource-based policy");
  }
  const isNamed = trust === "allowed" && roleArn.split(":")[4] === caller.accountId;
  if (denial === undefined || (isNamed && !denial.isExplicit)) return;
  throw new AwsError("AccessDenied", denialSentence(caller.arn, question, denial), { httpStatus: 403 });
}

/** Documents that the session is held to. Throws MalformedPolicyDocument, ValidationError. */
function sessionPolicies(world: World, input: AssumeRoleCommandInput): string[] {
  const managed = (input.PolicyArns ?? []).map(({ arn = "" }) => {
    const policy = findPolicy(world, arn);
    if (policy === undefined) throw new AwsError("ValidationError", `Policy ${arn} does not exist.`);
    return defaultDocumentOf(policy);
  });
  if (input.Policy === undefined) return managed;
  try {
    parsePolicyDocument(input.Policy);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new AwsError("MalformedPolicyDocument", "This policy contains invalid Json");
  }
  return [...managed, input.Policy];
}

/** Temporary keys that act as a role, of any account of the world, until they expire on the sandbox's clock. */
export const assumeRole: Handler<AssumeRoleCommandInput, Answer<AssumeRoleCommandOutput>> = (
  context,
  input,
) => {
  const { world, clock, region, caller } = context;
  checkShape(input);
  const { RoleArn: roleArn = "", RoleSessionName: sessionName = "" } = input;
  const role = findRole(world, roleArn);
  if (caller.identity === undefined) {
    throw new AwsError("AccessDenied", "Roles may not be assumed by root accounts.", { httpStatus: 403 });
  }
  checkMayAssume(context, role, input);
  if (role === undefined) throw denied(caller.arn, roleArn);
  const durationSeconds = checkDuration(context, role, input.DurationSeconds);
  const policies = sessionPolicies(world, input);
  const accountId = roleArn.split(":")[4] ?? "";
  const tags = (input.Tags ?? []).map(({ Key = "", Value = "" }) => ({ Key, Value }));
  role.lastUsed = { at: new Date(clock.now()), region };
  return {
    Credentials: issueCredentials(context, {
      accountId,
      policies,
      holder: { kind: "role", roleName: role.roleName, sessionName, tags },
      durationSeconds,
    }),
    AssumedRoleUser: {
      AssumedRoleId: `${role.roleId}:${sessionName}`,
      Arn: `arn:aws:sts::${accountId}:assumed-role/${role.roleName}/${sessionName}`,
    },
    ...(input.SourceIdentity === undefined ? {} : { SourceIdentity: input.SourceIdentity }),
  };
};

import type { HandlerContext } from "../handler";
import { evaluatePolicies } from "../services/iam/evaluate-policies";
import { getAccount } from "../world/find-account";
import type { World } from "../world/world";
import { matchesOperation } from "./apply-faults";
import { dependentRights, type DependentRight } from "./dependent-rights";
import { accessDenied, generalError } from "./general-errors";
import type { Service } from "./service";

/** Who holds an access key. Throws the protocol's "expired" error for a key that has expired. */
export function identifyCaller(
  world: World,
  accessKeyId: string,
  service: Service,
): HandlerContext["caller"] {
  const key = Object.hasOwn(world.accessKeys, accessKeyId) ? world.accessKeys[accessKeyId] : undefined;
  if (key?.isExpired === true) throw generalError(service.errorStyle, "expired");
  const accountId = key?.accountId ?? world.homeAccountId;
  const user = getAccount(world, accountId).users.find((candidate) => candidate.userName === key?.userName);
  if (user === undefined) return { accountId, arn: `arn:aws:iam::${accountId}:root`, userId: accountId };
  return {
    accountId,
    arn: user.arn,
    userId: `AIDA${user.userName
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, "")
      .padEnd(17, "0")}`,
    user,
  };
}

/** IAM actions whose name is not the operation's. */
const ACTION_NAMES: Readonly<Record<string, string>> = { "lambda:Invoke": "lambda:InvokeFunction" };

/** The resource that a request is about, as far as the sandbox's policies tell resources apart. */
function resourceArnOf({ service, caller, region, input }: AuthorizedCall): string {
  const functionName = input["FunctionName"];
  if (service.name === "lambda" && typeof functionName === "string") {
    if (functionName.startsWith("arn:")) return functionName;
    return `arn:aws:lambda:${region}:${caller.accountId}:function:${functionName}`;
  }
  const roleName = input["RoleName"];
  if (service.name === "iam" && typeof roleName === "string")
    return `arn:aws:iam::${caller.accountId}:role/${roleName}`;
  return "*";
}

/** A call that is to be allowed or denied. */
interface AuthorizedCall {
  service: Service;
  operation: string;
  world: World;
  region: string;
  caller: HandlerContext["caller"];
  input: Record<string, unknown>;
}

/** Why an action is denied, in the clause that AWS ends its sentence with; undefined where it is allowed. */
function findDenial(call: AuthorizedCall, action: string, resourceArn: string): string | undefined {
  const implicit = `because no identity-based policy allows the ${action} action`;
  if (call.world.faults.some((fault) => fault.kind === "deny" && matchesOperation(fault.operation, action))) {
    return implicit;
  }
  const documents = call.caller.user?.policyDocuments;
  // "No permissions are required to perform GetCallerIdentity" (STS API reference), not even against a deny.
  if (documents === undefined || action === "sts:GetCallerIdentity") return undefined;
  switch (evaluatePolicies(documents, { action, resource: resourceArn })) {
    case "allowed":
      return undefined;
    case "explicitDeny":
      return "with an explicit deny in an identity-based policy";
    case "implicitDeny":
      return implicit;
  }
}

/** Throws the protocol's denial where a fault or the caller's policies deny the operation, or a right it depends on. */
export function authorize(call: AuthorizedCall): void {
  const { service, caller, input } = call;
  const name = `${service.name}:${call.operation}`;
  const own: DependentRight = {
    action: ACTION_NAMES[name] ?? name,
    resourceArn: resourceArnOf(call),
  };
  for (const { action, resourceArn, denial } of [own, ...dependentRights(name, input)]) {
    const because = findDenial(call, action, resourceArn);
    if (because === undefined) continue;
    throw denial ?? accessDenied(service.errorStyle, { callerArn: caller.arn, action, resourceArn, because });
  }
}

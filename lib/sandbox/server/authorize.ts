import type { HandlerContext } from "../handler";
import { evaluatePolicies } from "../services/iam/evaluate-policies";
import type { World } from "../world/world";
import { matchesOperation } from "./apply-faults";
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
  const user =
    key === undefined ? undefined : world.users.find((candidate) => candidate.userName === key.userName);
  if (user === undefined) return { arn: `arn:aws:iam::${world.accountId}:root`, userId: world.accountId };
  return {
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
function resourceArnOf(
  service: Service,
  world: World,
  region: string,
  input: Record<string, unknown>,
): string {
  const functionName = input["FunctionName"];
  if (service.name === "lambda" && typeof functionName === "string") {
    if (functionName.startsWith("arn:")) return functionName;
    return `arn:aws:lambda:${region}:${world.accountId}:function:${functionName}`;
  }
  const roleName = input["RoleName"];
  if (service.name === "iam" && typeof roleName === "string")
    return `arn:aws:iam::${world.accountId}:role/${roleName}`;
  return "*";
}

/** Throws the protocol's denial where a fault or the caller's policies deny the operation. */
export function authorize(request: {
  service: Service;
  operation: string;
  world: World;
  region: string;
  caller: HandlerContext["caller"];
  input: Record<string, unknown>;
}): void {
  const { service, operation, world, caller } = request;
  const name = `${service.name}:${operation}`;
  const action = ACTION_NAMES[name] ?? name;
  const resourceArn = resourceArnOf(service, world, request.region, request.input);
  const deny = (because: string): never => {
    throw accessDenied(service.errorStyle, { callerArn: caller.arn, action, resourceArn, because });
  };
  const isFaulty = world.faults.some(
    (fault) => fault.kind === "deny" && matchesOperation(fault.operation, name),
  );
  if (isFaulty) deny(`because no identity-based policy allows the ${action} action`);
  const documents = caller.user?.policyDocuments;
  // "No permissions are required to perform GetCallerIdentity" (STS API reference), not even against a deny.
  if (documents === undefined || name === "sts:GetCallerIdentity") return;
  switch (evaluatePolicies(documents, { action, resource: resourceArn })) {
    case "allowed":
      return;
    case "explicitDeny":
      return deny("with an explicit deny in an identity-based policy");
    case "implicitDeny":
      return deny(`because no identity-based policy allows the ${action} action`);
  }
}

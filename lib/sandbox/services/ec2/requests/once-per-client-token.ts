import { AwsError } from "../../../aws-error";
import type { HandlerContext } from "../../../handler";

/** EC2 API reference, "Ensuring idempotency": up to 64 ASCII characters. */
const TOKEN = /^[\x20-\x7e]{1,64}$/;

interface TokenInput {
  ClientToken?: string | undefined;
  DryRun?: boolean | undefined;
}

/** What was asked, in one spelling: the order in which members came carries no meaning. */
function spell(input: object): string {
  const members = Object.entries(input).filter(
    ([name, value]) => name !== "ClientToken" && name !== "DryRun" && value !== undefined,
  );
  return JSON.stringify(members.toSorted(([a], [b]) => a.localeCompare(b)));
}

/**
 * Makes a resource unless this `ClientToken` has made one already, which is then given again. `create` validates and
 * makes. Throws IdempotentParameterMismatch for a known token with another request.
 */
export function oncePerClientToken<Resource>(
  { regionWorld }: Pick<HandlerContext, "regionWorld">,
  request: { operation: string; input: TokenInput },
  resource: {
    find: (id: string) => Resource | undefined;
    idOf: (resource: Resource) => string | undefined;
    create: () => Resource;
  },
): Resource {
  const token = request.input.ClientToken;
  if (token === undefined) return resource.create();
  if (!TOKEN.test(token)) {
    throw new AwsError("InvalidParameterValue", `Value (${token}) for parameter clientToken is invalid.`);
  }
  const key = `${request.operation}/${token}`;
  const asked = spell(request.input);
  const known = Object.hasOwn(regionWorld.clientTokens, key) ? regionWorld.clientTokens[key] : undefined;
  if (known !== undefined && known.request !== asked) {
    throw new AwsError(
      "IdempotentParameterMismatch",
      "Arguments on this idempotent request are inconsistent with arguments used in previous request(s).",
    );
  }
  const before = known === undefined ? undefined : resource.find(known.resourceId);
  if (before !== undefined) return before;
  const made = resource.create();
  regionWorld.clientTokens[key] = { request: asked, resourceId: resource.idOf(made) ?? "" };
  return made;
}

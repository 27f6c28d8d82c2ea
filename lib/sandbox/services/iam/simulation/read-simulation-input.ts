import type { SimulateCustomPolicyCommandInput } from "@aws-sdk/client-iam";
import { AwsError } from "../../../aws-error";
import type { PolicySource } from "../evaluation/identity-policies";
import { parsePolicyDocument } from "../evaluation/policy-document";
import { validationError } from "../iam-errors";
import type { Simulation } from "./simulate";

/** What both simulations are asked with. */
export type SimulationInput = Omit<SimulateCustomPolicyCommandInput, "PolicyInputList"> & {
  PolicyInputList?: string[] | undefined;
};

/** Documents given in a request, named as AWS names them: `PolicyInputList.1`. Throws InvalidInput. */
function givenPolicies(listName: string, documents: readonly string[]): PolicySource[] {
  return documents.map((document, index) => {
    try {
      parsePolicyDocument(document);
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause;
      throw new AwsError("InvalidInput", `Invalid policy in ${listName}: ${cause.message}`);
    }
    return { name: `${listName}.${String(index + 1)}`, document };
  });
}

/** What a request adds to a simulation. Throws InvalidInput, ValidationError. */
export function readSimulationInput(input: SimulationInput): Omit<
  Simulation,
  "identity" | "boundary" | "isInOrganization"
> & {
  given: PolicySource[];
  givenBoundary: PolicySource[] | undefined;
} {
  const { ActionNames: actions = [], ResourceArns: resources = [], ResourcePolicy: resourcePolicy } = input;
  if (actions.length === 0) {
    throw validationError(
      "1 validation error detected: Value null at 'actionNames' failed to satisfy constraint: Member must not be null",
    );
  }
  const malformed = actions.find((action) => action !== "*" && !/^[\w-]+:[\w*?]+$/.test(action));
  if (malformed !== undefined) throw new AwsError("InvalidInput", `Invalid Action: ${malformed}`);
  const boundaries = input.PermissionsBoundaryPolicyInputList ?? [];
  return {
    given: givenPolicies("PolicyInputList", input.PolicyInputList ?? []),
    givenBoundary:
      boundaries.length === 0 ? undefined : givenPolicies("PermissionsBoundaryPolicyInputList", boundaries),
    resource: resourcePolicy === undefined ? [] : givenPolicies("ResourcePolicy", [resourcePolicy]),
    actions,
    resources: resources.every((resource) => resource === "*") ? undefined : resources,
    context: Object.fromEntries(
      (input.ContextEntries ?? []).map((entry) => [entry.ContextKeyName ?? "", entry.ContextKeyValues ?? []]),
    ),
  };
}

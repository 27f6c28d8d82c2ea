import type {
  SimulateCustomPolicyCommandInput,
  SimulateCustomPolicyCommandOutput,
  SimulatePrincipalPolicyCommandInput,
  SimulatePrincipalPolicyCommandOutput,
} from "@aws-sdk/client-iam";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import type { BoundedIdentity } from "../../../world/iam-world";
import type { AccountWorld } from "../../../world/world";
import { findOrganizationId } from "../../organizations/find-organization-id";
import { boundaryPolicies, identityPolicies } from "../evaluation/identity-policies";
import { noSuchEntity } from "../iam-errors";
import { pageOf } from "../iam-page";
import { readSimulationInput } from "./read-simulation-input";
import { simulate } from "./simulate";

function getPrincipal(account: AccountWorld, arn: string): BoundedIdentity {
  if (!arn.startsWith("arn:")) throw new AwsError("InvalidInput", `Invalid Entity Arn: ${arn}`);
  const identities = [...account.roles, ...account.users, ...account.groups];
  const found = identities.find((identity) => identity.arn === arn);
  if (found === undefined) throw noSuchEntity(`Entity with ARN ${arn} does not exist.`);
  return found;
}

/** What the policies of a role, user or group say, with further ones given. */
export const simulatePrincipalPolicy: Handler<
  SimulatePrincipalPolicyCommandInput,
  Answer<SimulatePrincipalPolicyCommandOutput>
> = ({ world, account }, input) => {
  const { given, givenBoundary, ...simulation } = readSimulationInput(input);
  const principal = getPrincipal(account, input.PolicySourceArn ?? "");
  const results = simulate({
    ...simulation,
    identity: [...identityPolicies(world, principal), ...given],
    boundary: givenBoundary ?? boundaryPolicies(world, principal),
    isInOrganization: findOrganizationId(world) !== undefined,
  });
  const { items, rest } = pageOf(results, input);
  return { EvaluationResults: items, ...rest };
};

/** What the documents given say. */
export const simulateCustomPolicy: Handler<
  SimulateCustomPolicyCommandInput,
  Answer<SimulateCustomPolicyCommandOutput>
> = (_context, input) => {
  const { given, givenBoundary, ...simulation } = readSimulationInput(input);
  const { items, rest } = pageOf(
    simulate({ ...simulation, identity: given, boundary: givenBoundary }),
    input,
  );
  return { EvaluationResults: items, ...rest };
};

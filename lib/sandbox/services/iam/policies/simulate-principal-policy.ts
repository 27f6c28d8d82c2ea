import type {
  EvaluationResult,
  SimulatePrincipalPolicyCommandInput,
  SimulatePrincipalPolicyCommandOutput,
} from "@aws-sdk/client-iam";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import type { AccountWorld } from "../../../world/world";
import { IAM_MARKER, paginateByMarker } from "../../paginate-by-marker";
import { evaluatePolicies, type AccessDecision, type AccessQuestion } from "../evaluate-policies";
import { evaluateRole } from "../role-allows";
import { noSuchEntity } from "../roles/get-known-role";

type Decide = (question: AccessQuestion) => AccessDecision;

/** How the principal's own policies decide, with further documents given in the request. */
function decisionOf(account: AccountWorld, principalArn: string, further: readonly string[]): Decide {
  const role = account.roles.find((candidate) => candidate.arn === principalArn);
  if (role !== undefined) {
    const given = Object.fromEntries(
      further.map((document, index) => [`\0simulated-${String(index)}`, document]),
    );
    return (question) =>
      evaluateRole({ ...role, inlinePolicies: { ...role.inlinePolicies, ...given } }, question);
  }
  const user = account.users.find((candidate) => candidate.arn === principalArn);
  if (user === undefined) throw noSuchEntity(`Entity with ARN ${principalArn} not found.`);
  const { policyDocuments } = user;
  if (policyDocuments === undefined) return () => "allowed";
  return (question) => evaluatePolicies([...policyDocuments, ...further], question);
}

/** What a role's or user's policies say about actions, evaluated from their documents. Boundaries count, SCPs do not exist. */
export const simulatePrincipalPolicy: Handler<
  SimulatePrincipalPolicyCommandInput,
  Answer<SimulatePrincipalPolicyCommandOutput>
> = ({ account }, input) => {
  const {
    ActionNames: actions = [],
    ResourceArns: resources = ["*"],
    PolicySourceArn: principalArn = "",
  } = input;
  if (!principalArn.startsWith("arn:"))
    throw new AwsError("InvalidInput", `Invalid Entity Arn: ${principalArn}`);
  const decide = decisionOf(account, principalArn, input.PolicyInputList ?? []);
  const context = Object.fromEntries(
    (input.ContextEntries ?? []).map((entry) => [entry.ContextKeyName ?? "", entry.ContextKeyValues ?? []]),
  );
  const results = actions.flatMap((action) =>
    resources.map((resource): EvaluationResult => ({
      EvalActionName: action,
      EvalResourceName: resource,
      EvalDecision: decide({ action, resource, context }),
      MatchedStatements: [],
      MissingContextValues: [],
    })),
  );
  const { items, marker } = paginateByMarker(
    results,
    { marker: input.Marker, size: input.MaxItems },
    IAM_MARKER,
  );
  return { EvaluationResults: items, IsTruncated: marker !== undefined, Marker: marker };
};

import type { EvaluationResult, Statement } from "@aws-sdk/client-iam";
import type { ConditionContext } from "../evaluation/condition-context";
import {
  conditionsHold,
  decideBy,
  isAbout,
  missingKeys,
  type AccessDecision,
  type AccessQuestion,
} from "../evaluation/evaluate-policies";
import type { PolicySource } from "../evaluation/identity-policies";
import { parsePolicyDocument } from "../evaluation/policy-document";
import { locateStatements } from "../documents/locate-statements";

/** What is simulated. A boundary is a second hurdle; a resource policy is a second way in. */
export interface Simulation {
  identity: readonly PolicySource[];
  boundary: readonly PolicySource[] | undefined;
  resource: readonly PolicySource[];
  actions: readonly string[];
  resources: readonly string[] | undefined;
  context: ConditionContext;
}

interface Layer {
  decision: AccessDecision;
  matched: Statement[];
  missing: string[];
}

function evaluateLayer(policies: readonly PolicySource[], question: AccessQuestion): Layer {
  const statements = policies.flatMap(({ name, document }) => {
    const places = locateStatements(document);
    return parsePolicyDocument(document).map((statement, index) => ({
      name,
      statement,
      place: places[index],
    }));
  });
  const about = statements.filter(({ statement }) => isAbout(statement, question));
  const applying = about.filter(({ statement }) => conditionsHold(statement, question));
  const decision = decideBy(applying.map(({ statement }) => statement));
  const deciding = applying.filter(
    ({ statement }) => decision !== "explicitDeny" || statement.effect === "Deny",
  );
  return {
    decision,
    matched: deciding.map(({ name, place }) => ({
      SourcePolicyId: name,
      // As recorded, and not a member of the SDK's enum.
      SourcePolicyType: "IAM Policy" as string as "user",
      ...place,
    })),
    missing: about.flatMap(({ statement }) => missingKeys(statement, question)),
  };
}

function combine(identity: Layer, boundary: Layer | undefined, resource: Layer): AccessDecision {
  const layers = [identity, resource, ...(boundary === undefined ? [] : [boundary])];
  if (layers.some((layer) => layer.decision === "explicitDeny")) return "explicitDeny";
  if (resource.decision === "allowed") return "allowed";
  if (boundary !== undefined && boundary.decision !== "allowed") return "implicitDeny";
  return identity.decision;
}

function simulateOne(simulation: Simulation, action: string, resource: string): EvaluationResult {
  const question: AccessQuestion = { action, resource, context: simulation.context };
  const identity = evaluateLayer(simulation.identity, question);
  const boundary = simulation.boundary && evaluateLayer(simulation.boundary, question);
  const ofResource = evaluateLayer(simulation.resource, question);
  const decision = combine(identity, boundary, ofResource);
  const layers = [identity, ofResource, ...(boundary === undefined ? [] : [boundary])];
  const deciding = layers.filter((layer) => decision === "allowed" || layer.decision === decision);
  const MatchedStatements = deciding.flatMap((layer) => layer.matched);
  const MissingContextValues = [...new Set(layers.flatMap((layer) => layer.missing))];
  const boundaryDetail =
    boundary === undefined
      ? {}
      : {
          PermissionsBoundaryDecisionDetail: {
            AllowedByPermissionsBoundary: boundary.decision === "allowed",
          },
        };
  const result = { EvalResourceName: resource, MatchedStatements, ...boundaryDetail };
  // "If you include a list of resources, any missing context values are included under ResourceSpecificResults".
  const specific =
    simulation.resources === undefined
      ? { MissingContextValues }
      : {
          MissingContextValues: [],
          ResourceSpecificResults: [{ ...result, EvalResourceDecision: decision, MissingContextValues }],
        };
  return { EvalActionName: action, EvalDecision: decision, ...result, ...specific };
}

/** One result for each action and resource, from the documents alone. */
export function simulate(simulation: Simulation): EvaluationResult[] {
  return simulation.actions.flatMap((action) =>
    (simulation.resources ?? ["*"]).map((resource) => simulateOne(simulation, action, resource)),
  );
}

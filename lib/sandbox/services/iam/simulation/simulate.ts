import type { EvaluationResult, ResourceSpecificResult, Statement } from "@aws-sdk/client-iam";
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
  /** Undefined for `*`. */
  resources: readonly string[] | undefined;
  context: ConditionContext;
  /** Whether whoever is simulated is of an account of an organization. */
  isInOrganization?: boolean;
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

/** What is decided of one resource. */
interface Judgement {
  decision: AccessDecision;
  matched: Statement[];
  missing: string[];
  /** Undefined where there is no boundary. */
  isWithinBoundary: boolean | undefined;
}

function judge(simulation: Simulation, action: string, resource: string): Judgement {
  const question: AccessQuestion = { action, resource, context: simulation.context };
  const identity = evaluateLayer(simulation.identity, question);
  const boundary = simulation.boundary && evaluateLayer(simulation.boundary, question);
  const ofResource = evaluateLayer(simulation.resource, question);
  const decision = combine(identity, boundary, ofResource);
  const layers = [identity, ofResource, ...(boundary === undefined ? [] : [boundary])];
  const deciding = layers.filter((layer) => decision === "allowed" || layer.decision === decision);
  return {
    decision,
    matched: deciding.flatMap((layer) => layer.matched),
    missing: [...new Set(layers.flatMap((layer) => layer.missing))],
    isWithinBoundary: boundary && boundary.decision === "allowed",
  };
}

function boundaryDetail(isWithin: boolean | undefined) {
  return isWithin === undefined
    ? {}
    : { PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: isWithin } };
}

function toSpecificResult(
  EvalResourceName: string,
  { decision, matched, missing, isWithinBoundary }: Judgement,
): ResourceSpecificResult {
  return {
    EvalResourceName,
    EvalResourceDecision: decision,
    MatchedStatements: matched,
    MissingContextValues: missing,
    ...boundaryDetail(isWithinBoundary),
  };
}

const MOST_RESTRICTIVE: readonly AccessDecision[] = ["explicitDeny", "implicitDeny", "allowed"];

function distinct(statements: readonly Statement[]): Statement[] {
  return [...new Map(statements.map((statement) => [JSON.stringify(statement), statement])).values()];
}

/** What is true of all resources together, and of each (EvaluationResult in the SDK). */
function simulateAction(simulation: Simulation, action: string): EvaluationResult {
  const { resources, isInOrganization = false } = simulation;
  const judged = (resources ?? ["*"]).map((resource) => judge(simulation, action, resource));
  const decision = MOST_RESTRICTIVE.find((one) => judged.some((other) => other.decision === one));
  const deciding = judged.filter((one) => one.decision === decision);
  const within = judged.flatMap(({ isWithinBoundary }) => isWithinBoundary ?? []);
  const specific =
    resources === undefined
      ? {}
      : {
          // "Within the same account and includes a resource ARN, then the parameter is present but the response is empty".
          EvalDecisionDetails: {},
          ResourceSpecificResults: resources.flatMap((resource, index) => {
            const judgement = judged[index];
            return judgement === undefined ? [] : toSpecificResult(resource, judgement);
          }),
        };
  return {
    EvalActionName: action,
    // The form of the action's resources, of which there is no table here.
    EvalResourceName: "*",
    EvalDecision: decision,
    MatchedStatements: distinct(deciding.flatMap(({ matched }) => matched)),
    MissingContextValues: [...new Set(judged.flatMap(({ missing }) => missing))],
    // No organization here has a policy that takes anything away.
    ...(isInOrganization ? { OrganizationsDecisionDetail: { AllowedByOrganizations: true } } : {}),
    ...boundaryDetail(within.length === 0 ? undefined : within.every(Boolean)),
    ...specific,
  };
}

/** One result for each action, from the documents alone. */
export function simulate(simulation: Simulation): EvaluationResult[] {
  return simulation.actions.map((action) => simulateAction(simulation, action));
}

import { CONDITION_OPERATORS } from "../evaluation/condition-operators";
import { isRecord } from "../evaluation/policy-document";
import { malformedPolicyDocument } from "../iam-errors";

const TOP_MEMBERS = new Set(["Version", "Id", "Statement"]);
const STATEMENT_MEMBERS = new Set([
  "Sid",
  "Effect",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Principal",
  "NotPrincipal",
  "Condition",
]);

type Statement = Record<string, unknown>;

/** `IAM grammar`: text, or a list of texts. */
function isTextList(value: unknown): value is string | string[] {
  return (
    typeof value === "string" || (Array.isArray(value) && value.every((item) => typeof item === "string"))
  );
}

function toTexts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function isCondition(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return Object.entries(value).every(([name, keys]) => {
    const operator = name.replace(/^(ForAllValues|ForAnyValue):/, "").replace(/IfExists$/, "");
    return isRecord(keys) && (operator === "Null" || CONDITION_OPERATORS[operator] !== undefined);
  });
}

function isStatement(value: unknown): value is Statement {
  if (!isRecord(value)) return false;
  const lists = ["Action", "NotAction", "Resource", "NotResource"];
  return (
    Object.keys(value).every((member) => STATEMENT_MEMBERS.has(member)) &&
    (value["Effect"] === "Allow" || value["Effect"] === "Deny") &&
    lists.every((member) => value[member] === undefined || isTextList(value[member])) &&
    !("Action" in value && "NotAction" in value) &&
    !("Resource" in value && "NotResource" in value) &&
    (value["Sid"] === undefined || typeof value["Sid"] === "string") &&
    (value["Condition"] === undefined || isCondition(value["Condition"]))
  );
}

/** The statements of a document that is well formed. Throws MalformedPolicyDocument. */
function readStatements(text: string): Statement[] {
  const syntaxError = malformedPolicyDocument("Syntax errors in policy.");
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw malformedPolicyDocument("This policy contains invalid Json");
  }
  if (!isRecord(document) || !Object.keys(document).every((member) => TOP_MEMBERS.has(member))) {
    throw syntaxError;
  }
  const raw = document["Statement"];
  const statements: unknown[] = Array.isArray(raw) ? raw : [raw];
  if (statements.length === 0 || !statements.every(isStatement)) throw syntaxError;
  const version = document["Version"] ?? "2008-10-17";
  if (version !== "2012-10-17" && version !== "2008-10-17") throw syntaxError;
  return statements;
}

function checkActions(statements: readonly Statement[]): void {
  for (const statement of statements) {
    const actions = toTexts(statement["Action"] ?? statement["NotAction"]);
    if (actions.length === 0) throw malformedPolicyDocument("Policy statement must contain actions.");
    for (const action of actions.filter((candidate) => candidate !== "*")) {
      const [vendor = "", ...rest] = action.split(":");
      if (rest.length === 0) {
        throw malformedPolicyDocument(
          "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
        );
      }
      if (rest.length > 1) {
        throw malformedPolicyDocument("Actions/Condition can contain only one colon.");
      }
      if (/[^a-zA-Z0-9\-.*?]/.test(vendor)) {
        throw malformedPolicyDocument(`Vendor ${vendor} is not valid`);
      }
    }
  }
}

function checkResources(statements: readonly Statement[]): void {
  for (const statement of statements) {
    const resources = toTexts(statement["Resource"] ?? statement["NotResource"]);
    if (resources.length === 0) throw malformedPolicyDocument("Policy statement must contain resources.");
    for (const resource of resources) {
      if (resource === "*" || resource.startsWith("arn:")) continue;
      throw malformedPolicyDocument(`Resource ${resource} must be in ARN format or "*".`);
    }
  }
}

function checkSids(statements: readonly Statement[]): void {
  const sids = statements.flatMap((statement) => toTexts(statement["Sid"])).filter((sid) => sid !== "");
  if (new Set(sids).size === sids.length) return;
  throw malformedPolicyDocument("Statement IDs (SID) in a single policy must be unique.");
}

/** Throws MalformedPolicyDocument for what IAM does not take as an identity policy. */
export function checkPolicyDocument(text: string): void {
  const statements = readStatements(text);
  checkSids(statements);
  checkActions(statements);
  if (statements.some((statement) => "Principal" in statement || "NotPrincipal" in statement)) {
    throw malformedPolicyDocument("Policy document should not specify a principal.");
  }
  checkResources(statements);
}

/** Throws MalformedPolicyDocument for what IAM does not take as a role's trust policy. */
export function checkTrustPolicy(text: string): void {
  const statements = readStatements(text);
  checkSids(statements);
  checkActions(statements);
  if (statements.some((statement) => "Resource" in statement || "NotResource" in statement)) {
    throw malformedPolicyDocument("Has prohibited field Resource");
  }
  const actions = statements.flatMap((statement) => toTexts(statement["Action"]));
  if (actions.some((action) => !action.toLowerCase().startsWith("sts:"))) {
    throw malformedPolicyDocument("AssumeRole policy may only specify STS AssumeRole actions.");
  }
  if (statements.some((statement) => !("Principal" in statement || "NotPrincipal" in statement))) {
    throw malformedPolicyDocument("Missing required field Principal");
  }
}

/** One test of a `Condition` block: `{"ForAnyValue:StringLikeIfExists": {"aws:TagKeys": ["team"]}}`. */
export interface PolicyCondition {
  /** Without quantifier and suffix: `StringLike`. */
  operator: string;
  quantifier?: "ForAllValues" | "ForAnyValue";
  isIfExists: boolean;
  key: string;
  values: string[];
}

/** A statement with its one-or-many members made lists. */
export interface PolicyStatement {
  effect: "Allow" | "Deny";
  actions: string[];
  notActions: string[];
  resources: string[];
  notResources: string[];
  /** Kind (`AWS`, `Service`) -> who; `{"*": ["*"]}` for everybody. In trust and resource policies only. */
  principals?: Record<string, string[]>;
  notPrincipals?: Record<string, string[]>;
  conditions: PolicyCondition[];
  /** Whether `${…}` means a variable: it does since version 2012-10-17. */
  hasVariables: boolean;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function toList(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.map((item) => (typeof item === "string" ? item : JSON.stringify(item)));
}

function toConditions(block: unknown): PolicyCondition[] {
  if (!isRecord(block)) return [];
  return Object.entries(block).flatMap(([name, keys]) => {
    const [, quantifier, operator = "", suffix] =
      /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/.exec(name) ?? [];
    if (!isRecord(keys)) return [];
    return Object.entries(keys).map(([key, values]) => ({
      operator,
      ...(quantifier === "ForAllValues" || quantifier === "ForAnyValue" ? { quantifier } : {}),
      isIfExists: suffix !== undefined,
      key,
      values: toList(values),
    }));
  });
}

function toPrincipals(value: unknown): Record<string, string[]> | undefined {
  if (value === "*") return { "*": ["*"] };
  if (!isRecord(value)) return undefined;
  return Object.fromEntries(Object.entries(value).map(([kind, who]) => [kind, toList(who)]));
}

function toStatement(raw: unknown, hasVariables: boolean): PolicyStatement {
  if (!isRecord(raw) || (raw["Effect"] !== "Allow" && raw["Effect"] !== "Deny")) {
    throw new SyntaxError("A policy statement has an Effect of Allow or Deny.");
  }
  const principals = toPrincipals(raw["Principal"]);
  const notPrincipals = toPrincipals(raw["NotPrincipal"]);
  return {
    effect: raw["Effect"],
    actions: toList(raw["Action"]),
    notActions: toList(raw["NotAction"]),
    resources: toList(raw["Resource"]),
    notResources: toList(raw["NotResource"]),
    ...(principals === undefined ? {} : { principals }),
    ...(notPrincipals === undefined ? {} : { notPrincipals }),
    conditions: toConditions(raw["Condition"]),
    hasVariables,
  };
}

/** Documents are read at every call that they decide, and change rarely. */
const parsed = new Map<string, PolicyStatement[]>();
const MAX_PARSED = 2000;

/** The statements of a policy document. Throws SyntaxError where it is not one. */
export function parsePolicyDocument(text: string): readonly PolicyStatement[] {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const document: unknown = JSON.parse(text);
  if (!isRecord(document)) throw new SyntaxError("A policy document is a JSON object.");
  const raw: unknown[] = Array.isArray(document["Statement"])
    ? document["Statement"]
    : [document["Statement"]];
  const hasVariables = document["Version"] === "2012-10-17";
  const statements = raw.map((statement) => toStatement(statement, hasVariables));
  if (parsed.size >= MAX_PARSED) parsed.clear();
  parsed.set(text, statements);
  return statements;
}

/** A statement with its one-or-many members made lists. */
export interface PolicyStatement {
  effect: "Allow" | "Deny";
  actions: string[];
  notActions: string[];
  resources: string[];
  notResources: string[];
  /** Operator -> key -> values. */
  conditions: Record<string, Record<string, string[]>>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function toList(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.map((item) => (typeof item === "string" ? item : JSON.stringify(item)));
}

function toConditions(value: unknown): PolicyStatement["conditions"] {
  if (!isRecord(value)) return {};
  const operators = Object.entries(value).map(([operator, keys]) => {
    const entries = isRecord(keys)
      ? Object.entries(keys).map(([key, values]) => [key, toList(values)] as const)
      : [];
    return [operator, Object.fromEntries(entries)] as const;
  });
  return Object.fromEntries(operators);
}

/** The statements of a policy document. Throws SyntaxError where it is not one. */
export function parsePolicyDocument(text: string): PolicyStatement[] {
  const document: unknown = JSON.parse(text);
  if (!isRecord(document)) throw new SyntaxError("A policy document is a JSON object.");
  const raw: unknown[] = Array.isArray(document["Statement"])
    ? document["Statement"]
    : [document["Statement"]];
  return raw.map((statement) => {
    if (!isRecord(statement) || (statement["Effect"] !== "Allow" && statement["Effect"] !== "Deny")) {
      throw new SyntaxError("A policy statement has an Effect of Allow or Deny.");
    }
    return {
      effect: statement["Effect"],
      actions: toList(statement["Action"]),
      notActions: toList(statement["NotAction"]),
      resources: toList(statement["Resource"]),
      notResources: toList(statement["NotResource"]),
      conditions: toConditions(statement["Condition"]),
    };
  });
}

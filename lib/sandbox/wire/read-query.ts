import type { NormalizedSchema } from "@smithy/core/schema";
import { AwsError } from "../aws-error";
import { requiredMembers } from "./operation-schema";
import { isIndex, listItems, type QueryTree } from "./query-tree";

/** How the two query dialects differ in naming, and in what they say about bad parameters. */
export interface QueryDialect {
  ec2: boolean;
  /** Parameter names that belong to the envelope, not to the operation. */
  envelope: ReadonlySet<string>;
}

/** The parameter name of a structure's member, as AWS's serializers build it. */
export function memberKey(name: string, schema: NormalizedSchema, dialect: QueryDialect): string {
  const traits = schema.getMergedTraits();
  if (!dialect.ec2) return traits.xmlName ?? name;
  if (typeof traits["ec2QueryName"] === "string") return traits["ec2QueryName"];
  const key = traits.xmlName ?? name;
  return key.charAt(0).toUpperCase() + key.slice(1);
}

/** Typed input of an operation from its parameters. Throws AwsError for what AWS would call malformed. */
export function readQueryInput(
  schema: NormalizedSchema,
  tree: QueryTree,
  dialect: QueryDialect,
): Record<string, unknown> {
  if (!schema.isStructSchema()) return {};
  if (dialect.ec2) refuseUnknown(schema, tree, dialect);
  const input = readStructure(schema, tree, dialect, "");
  for (const name of requiredMembers(schema)) {
    if (input[name] === undefined) throw missing(name, schema.getMemberSchema(name), dialect);
  }
  return input;
}

function refuseUnknown(schema: NormalizedSchema, tree: QueryTree, dialect: QueryDialect): void {
  const known = new Set(
    [...schema.structIterator()].map(([name, member]) => memberKey(name, member, dialect)),
  );
  for (const key of tree.children.keys()) {
    if (known.has(key) || dialect.envelope.has(key)) continue;
    throw new AwsError("UnknownParameter", `The parameter ${key} is not recognized`);
  }
}

function missing(name: string, member: NormalizedSchema, dialect: QueryDialect): AwsError {
  if (dialect.ec2) {
    return new AwsError(
      "MissingParameter",
      `The request must contain the parameter ${memberKey(name, member, dialect)}`,
    );
  }
  const path = name.charAt(0).toLowerCase() + name.slice(1);
  return new AwsError(
    "ValidationError",
    `1 validation error detected: Value null at '${path}' failed to satisfy constraint: Member must not be null`,
  );
}

/** A value of another shape than the member's: Coral's words for the query services, an unknown name for EC2. */
function misshapen(node: QueryTree, dialect: QueryDialect, path: string): AwsError {
  const [child = ""] = node.children.keys();
  if (dialect.ec2) {
    const name = child === "" ? path : `${path}.${child}`;
    return new AwsError("UnknownParameter", `The parameter ${name.slice(0, 200)} is not recognized`);
  }
  const isList = child === "member" || isIndex(child);
  return new AwsError(
    "MalformedInput",
    isList
      ? "Start of list found where not expected"
      : child === ""
        ? "Unexpected value found where a list, map or structure was expected."
        : "Start of structure or map found where not expected.",
  );
}

function readStructure(
  schema: NormalizedSchema,
  tree: QueryTree,
  dialect: QueryDialect,
  path: string,
): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [name, member] of schema.structIterator()) {
    const key = memberKey(name, member, dialect);
    const node = tree.children.get(key);
    if (node === undefined) continue;
    const value = readValue(member, node, dialect, path === "" ? key : `${path}.${key}`);
    if (value !== undefined) out[name] = value;
  }
  return out;
}

function readValue(schema: NormalizedSchema, node: QueryTree, dialect: QueryDialect, path: string): unknown {
  const isNested = schema.isListSchema() || schema.isMapSchema() || schema.isStructSchema();
  // An empty value is how a client of the query protocol says "an empty list".
  const isScalar = node.children.size === 0 && node.value !== undefined && node.value !== "";
  if (isNested ? isScalar : node.children.size > 0) throw misshapen(node, dialect, path);
  if (schema.isListSchema()) return readList(schema, node, dialect, path);
  if (schema.isMapSchema()) return readMap(schema, node, dialect, path);
  if (schema.isStructSchema()) return readStructure(schema, node, dialect, path);
  return node.value === undefined ? undefined : readScalar(schema, node.value, path);
}

function readList(schema: NormalizedSchema, node: QueryTree, dialect: QueryDialect, path: string): unknown[] {
  const item = schema.getValueSchema();
  const isFlat = dialect.ec2 || schema.getMergedTraits().xmlFlattened !== undefined;
  const parent = isFlat ? node : node.children.get(item.getMergedTraits().xmlName ?? "member");
  const items = parent === undefined ? [] : listItems(parent);
  const stray = [...(parent?.children ?? [])].find(([key]) => !isIndex(key));
  if (stray !== undefined) throw misshapen({ children: new Map([stray]) }, dialect, path);
  return items.flatMap((child, index) => {
    const value = readValue(item, child, dialect, `${path}.${String(index + 1)}`);
    return value === undefined ? [] : [value];
  });
}

function readMap(
  schema: NormalizedSchema,
  node: QueryTree,
  dialect: QueryDialect,
  path: string,
): Record<string, unknown> {
  const isFlat = schema.getMergedTraits().xmlFlattened !== undefined;
  const parent = isFlat ? node : node.children.get("entry");
  const out: Record<string, unknown> = {};
  for (const entry of parent === undefined ? [] : listItems(parent)) {
    const key = entry.children.get(schema.getKeySchema().getMergedTraits().xmlName ?? "key")?.value;
    const value = entry.children.get(schema.getValueSchema().getMergedTraits().xmlName ?? "value");
    if (key === undefined || key === "__proto__" || value === undefined) continue;
    out[key] = readValue(schema.getValueSchema(), value, dialect, `${path}.${key}`);
  }
  return out;
}

function readScalar(schema: NormalizedSchema, text: string, path: string): unknown {
  if (schema.isBooleanSchema()) {
    if (/^(true|1)$/i.test(text)) return true;
    if (/^(false|0)$/i.test(text)) return false;
    throw invalid(text, path, "Expecting a boolean");
  }
  if (schema.isNumericSchema()) {
    if (!/^-?\d+(\.\d+)?$/.test(text)) throw invalid(text, path, "Expecting a number");
    return Number(text);
  }
  if (schema.isTimestampSchema()) {
    const date = new Date(text);
    if (Number.isNaN(date.getTime())) throw invalid(text, path, "Expecting a date");
    return date;
  }
  if (schema.isBlobSchema()) return new Uint8Array(Buffer.from(text, "base64"));
  return text;
}

function invalid(value: string, path: string, expected: string): AwsError {
  return new AwsError(
    "InvalidParameterValue",
    `Value (${value.slice(0, 100)}) for parameter ${path} is invalid. ${expected}`,
  );
}

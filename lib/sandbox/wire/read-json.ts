import type { NormalizedSchema } from "@smithy/core/schema";
import { AwsError } from "../aws-error";

/** The words of the deserializer that AWS's REST-JSON services run, for a value of the wrong type. */
function mismatch(value: unknown, wanted: string): AwsError {
  const found =
    value === true
      ? "TRUE_VALUE"
      : value === false
        ? "FALSE_VALUE"
        : Array.isArray(value)
          ? "START_ARRAY"
          : `${typeof value}_VALUE`.toUpperCase();
  const token = found === "OBJECT_VALUE" ? "START_OBJECT" : found;
  return new AwsError("SerializationException", `${token} can not be converted to ${wanted}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A JSON value as the typed input wants it. Null is absent; unknown members are dropped. Throws AwsError on a wrong type. */
export function readJson(schema: NormalizedSchema, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (schema.isDocumentSchema()) return value;
  if (schema.isStructSchema()) return readJsonStructure(schema, value);
  if (schema.isListSchema()) return readJsonList(schema, value);
  if (schema.isMapSchema()) return readJsonMap(schema, value);
  return readJsonScalar(schema, value);
}

function readJsonStructure(schema: NormalizedSchema, value: unknown): Record<string, unknown> {
  if (!isRecord(value)) throw mismatch(value, "a structure");
  const out: Record<string, unknown> = {};
  for (const [name, member] of schema.structIterator()) {
    const key = member.getMergedTraits().jsonName ?? name;
    const read = Object.hasOwn(value, key) ? readJson(member, value[key]) : undefined;
    if (read !== undefined) out[name] = read;
  }
  return out;
}

function readJsonList(schema: NormalizedSchema, value: unknown): unknown[] {
  if (!Array.isArray(value)) throw mismatch(value, "a list");
  const item = schema.getValueSchema();
  return value.flatMap((element: unknown) => {
    const read = readJson(item, element);
    return read === undefined ? [] : [read];
  });
}

function readJsonMap(schema: NormalizedSchema, value: unknown): Record<string, unknown> {
  if (!isRecord(value)) throw mismatch(value, "a map");
  const item = schema.getValueSchema();
  const entries = Object.entries(value).flatMap(([key, element]) => {
    const read = readJson(item, element);
    return read === undefined ? [] : [[key, read] as const];
  });
  return Object.fromEntries(entries);
}

function readJsonScalar(schema: NormalizedSchema, value: unknown): unknown {
  if (schema.isBooleanSchema()) {
    if (typeof value !== "boolean") throw mismatch(value, "a Boolean");
    return value;
  }
  if (schema.isNumericSchema() || schema.isBigIntegerSchema() || schema.isBigDecimalSchema()) {
    if (typeof value !== "number") throw mismatch(value, "an Integer");
    return value;
  }
  if (schema.isTimestampSchema()) {
    if (typeof value !== "number") throw mismatch(value, "a Timestamp");
    return new Date(value * 1000);
  }
  if (typeof value !== "string") throw mismatch(value, "a String");
  return schema.isBlobSchema() ? new Uint8Array(Buffer.from(value, "base64")) : value;
}

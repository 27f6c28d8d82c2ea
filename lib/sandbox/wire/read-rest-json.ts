import type { NormalizedSchema } from "@smithy/core/schema";
import { AwsError } from "../aws-error";
import { requiredMembers } from "./operation-schema";
import { parseJson } from "./parse-json";
import { readJson } from "./read-json";
import type { WireRequest } from "./wire-message";

function parseBody(body: Uint8Array): unknown {
  return parseJson(
    body,
    (reason) =>
      new AwsError("InvalidRequestContentException", `Could not parse request body into json: ${reason}`),
  );
}

/** A label, query parameter or header as its member's type. */
function readText(schema: NormalizedSchema, text: string, name: string): unknown {
  if (schema.isBooleanSchema()) {
    if (text === "true" || text === "false") return text === "true";
    throw new AwsError(
      "SerializationException",
      `STRING_VALUE can not be converted to a Boolean for ${name}`,
    );
  }
  if (schema.isNumericSchema()) {
    if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
    throw new AwsError(
      "SerializationException",
      `STRING_VALUE can not be converted to an Integer for ${name}`,
    );
  }
  if (schema.isTimestampSchema()) {
    const date = new Date(text);
    if (Number.isNaN(date.getTime()))
      throw new AwsError("SerializationException", `Invalid date for ${name}`);
    return date;
  }
  return text;
}

function readMember(
  name: string,
  schema: NormalizedSchema,
  labels: Record<string, string>,
  request: WireRequest,
): unknown {
  const traits = schema.getMergedTraits();
  if (traits.httpLabel) return readText(schema, labels[name] ?? "", name);
  if (traits.httpPayload)
    return schema.isStructSchema() ? readJson(schema, parseBody(request.body)) : request.body;
  if (traits.httpHeader !== undefined) {
    const header = request.headers[traits.httpHeader.toLowerCase()];
    return header === undefined ? undefined : readText(schema, header, name);
  }
  if (traits.httpQuery === undefined) return undefined;
  if (schema.isListSchema()) {
    const values = request.query.getAll(traits.httpQuery);
    return values.length === 0
      ? undefined
      : values.map((value) => readText(schema.getValueSchema(), value, name));
  }
  const value = request.query.get(traits.httpQuery);
  return value === null ? undefined : readText(schema, value, name);
}

function isBound(schema: NormalizedSchema): boolean {
  const traits = schema.getMergedTraits();
  return Boolean(traits.httpLabel ?? traits.httpPayload ?? traits.httpHeader ?? traits.httpQuery);
}

/** Typed input of a REST-JSON request: members come from path, query, headers and body. Throws AwsError. */
export function readRestJsonInput(
  schema: NormalizedSchema,
  labels: Record<string, string>,
  request: WireRequest,
): Record<string, unknown> {
  if (!schema.isStructSchema()) return {};
  const members = [...schema.structIterator()];
  const hasPayload = members.some(([, member]) => member.getMergedTraits().httpPayload);
  const body = hasPayload ? {} : readJson(schema, parseBody(request.body));
  const bound = new Set(members.filter(([, member]) => isBound(member)).map(([name]) => name));
  const given = Object.entries(typeof body === "object" && body !== null ? body : {});
  // A member that is bound elsewhere means nothing in the body.
  const input: Record<string, unknown> = Object.fromEntries(given.filter(([name]) => !bound.has(name)));
  for (const [name, member] of members) {
    if (!isBound(member)) continue;
    const value = readMember(name, member, labels, request);
    if (value !== undefined) input[name] = value;
  }
  for (const name of requiredMembers(schema)) {
    if (input[name] === undefined) throw missing(name);
  }
  return input;
}

function missing(name: string): AwsError {
  const path = name.charAt(0).toLowerCase() + name.slice(1);
  return new AwsError(
    "ValidationException",
    `1 validation error detected: Value null at '${path}' failed to satisfy constraint: Member must not be null`,
  );
}

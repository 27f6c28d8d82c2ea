import { NormalizedSchema, translateTraits } from "@smithy/core/schema";

type SchemaRef = Parameters<typeof NormalizedSchema.of>[0];

/** One API operation as the SDK client describes it. */
export interface OperationSchema {
  name: string;
  input: NormalizedSchema;
  output: NormalizedSchema;
  /** REST protocols only. `uri` may hold `{Label}`s and a fixed query. */
  http?: { method: string; uri: string; status: number };
}

/** What an SDK client module exports for an operation: `[9, namespace, name, traits, input, output]`. */
type StaticOperation = readonly [9, string, string, number | object, SchemaRef, SchemaRef];

function isStaticOperation(value: unknown): value is StaticOperation {
  return Array.isArray(value) && value[0] === 9;
}

function toHttp(traits: number | object): OperationSchema["http"] {
  const http = translateTraits(typeof traits === "number" ? traits : { ...traits }).http;
  return http === undefined ? undefined : { method: http[0], uri: http[1], status: http[2] };
}

/** The schema of one operation, or undefined where this version of the SDK does not know it. */
export function findOperationSchema(client: object, name: string): OperationSchema | undefined {
  const value: unknown = Object.hasOwn(client, `${name}$`) ? Reflect.get(client, `${name}$`) : undefined;
  if (!isStaticOperation(value)) return undefined;
  const http = toHttp(value[3]);
  return {
    name,
    input: NormalizedSchema.of(value[4]),
    output: NormalizedSchema.of(value[5]),
    ...(http === undefined ? {} : { http }),
  };
}

/** Every operation that an SDK client module describes. */
export function listOperationSchemas(client: object): OperationSchema[] {
  return Object.keys(client).flatMap((key) => {
    const schema = key.endsWith("$") ? findOperationSchema(client, key.slice(0, -1)) : undefined;
    return schema === undefined ? [] : [schema];
  });
}

/** Members that a structure requires: the static schema lists them first and gives their number. */
export function requiredMembers(schema: NormalizedSchema): string[] {
  const raw: unknown = schema.getSchema();
  if (!Array.isArray(raw)) return [];
  const names: unknown = raw[4];
  const count: unknown = raw[6];
  if (!Array.isArray(names) || typeof count !== "number") return [];
  return names.slice(0, count).filter((name) => typeof name === "string");
}

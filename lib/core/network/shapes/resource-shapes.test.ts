import * as ec2 from "@aws-sdk/client-ec2";
import * as elbv2 from "@aws-sdk/client-elastic-load-balancing-v2";
import * as elasticache from "@aws-sdk/client-elasticache";
import * as lambda from "@aws-sdk/client-lambda";
import * as rds from "@aws-sdk/client-rds";
import { NormalizedSchema } from "@smithy/core/schema";
import { describe, expect, it } from "vitest";
import { membersOf, rootShapes, subjectStructs } from "./resource-shapes";

const clients: Record<string, Record<string, unknown>> = { ec2, elasticache, elbv2, lambda, rds };

type SchemaRef = Parameters<typeof NormalizedSchema.of>[0];

function schemaOf(struct: string): NormalizedSchema {
  const [client = "", name = ""] = struct.split(".");
  const schema = clients[client]?.[`${name}$`];
  if (schema === undefined) throw new Error(`no client exports a schema for ${struct}`);
  return NormalizedSchema.of(schema as SchemaRef);
}

function shapeOf(client: string, schema: NormalizedSchema): string {
  if (schema.isListSchema()) return `[]${shapeOf(client, schema.getValueSchema())}`;
  if (schema.isMapSchema()) return `{}${shapeOf(client, schema.getValueSchema())}`;
  if (schema.isStructSchema()) return `${client}.${schema.getName() ?? ""}`;
  if (schema.isTimestampSchema()) return "timestamp";
  if (schema.isBooleanSchema()) return "boolean";
  if (schema.isNumericSchema()) return "number";
  return schema.isStringSchema() ? "string" : "any";
}

/** Every structure that a resource can hold, from the model in the pinned SDK clients. */
function structsOfModel(): Record<string, Record<string, string>> {
  const found: Record<string, Record<string, string>> = {};
  const visit = (shape: string, schema?: NormalizedSchema): void => {
    const struct = shape.replace(/^(\[\]|\{\})+/, "");
    if (!struct.includes(".") || struct.startsWith("mooring.") || Object.hasOwn(found, struct)) return;
    const client = struct.split(".")[0] ?? "";
    const members = [...(schema ?? schemaOf(struct)).structIterator()].sort(([a], [b]) => (a < b ? -1 : 1));
    found[struct] = Object.fromEntries(members.map(([name, member]) => [name, shapeOf(client, member)]));
    for (const [, member] of members) visit(shapeOf(client, member), innermost(member));
  };
  const subjects = Object.values(subjectStructs).flatMap((members) => Object.values(members));
  for (const shape of [...Object.values(rootShapes), ...subjects]) visit(shape);
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function innermost(schema: NormalizedSchema): NormalizedSchema {
  return schema.isListSchema() || schema.isMapSchema() ? innermost(schema.getValueSchema()) : schema;
}

describe("the shapes of resources", () => {
  /** After an SDK bump: `npx vitest run -u` on this file writes them anew. */
  it("are those of the pinned SDK's model", async () => {
    await expect(`${JSON.stringify(structsOfModel(), null, 2)}\n`).toMatchFileSnapshot("./aws-structs.json");
  });

  it("know every structure that a resource or an answer about one subject names", () => {
    const named = [...Object.values(rootShapes), ...Object.keys(subjectStructs)];
    expect(named.filter((shape) => Object.keys(membersOf(shape)).length === 0)).toEqual([]);
  });

  it("say nothing about a structure they do not know", () => {
    expect(membersOf("ec2.NoSuchThing")).toEqual({});
  });
});

import { QueryShapeSerializer } from "@aws-sdk/core/protocols";
import * as ec2 from "@aws-sdk/client-ec2";
import * as rds from "@aws-sdk/client-rds";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findOperationSchema, type OperationSchema } from "./operation-schema";
import { parseQueryTree } from "./query-tree";
import { readQueryInput } from "./read-query";

const SETTINGS = {
  xmlNamespace: "",
  serviceNamespace: "",
  timestampFormat: { useTrait: true, default: 5 as const },
};
const EC2_SETTINGS = { capitalizeKeys: true, flattenLists: true, serializeEmptyLists: false, ec2: true };

function schemaOf(client: object, name: string): OperationSchema {
  const schema = findOperationSchema(client, name);
  if (schema === undefined) throw new Error(`The SDK does not know ${name}.`);
  return schema;
}

/** What the SDK would send. */
function serialize(schema: OperationSchema, input: object, isEc2: boolean): URLSearchParams {
  const serializer = new QueryShapeSerializer({ ...SETTINGS, ...(isEc2 ? EC2_SETTINGS : {}) });
  serializer.write(schema.input, input);
  return new URLSearchParams(String(serializer.flush()));
}

const text = fc.string({ minLength: 1, unit: "grapheme" });
const filters = fc.array(fc.record({ Name: text, Values: fc.array(text, { minLength: 1 }) }), {
  minLength: 1,
});

describe("what the SDK serializes, the codec reads back", () => {
  it("in EC2's dialect, flattened lists and all", () => {
    const schema = schemaOf(ec2, "DescribeSubnets");
    const input = fc.record(
      {
        SubnetIds: fc.array(text, { minLength: 1 }),
        Filters: filters,
        DryRun: fc.boolean(),
        MaxResults: fc.integer(),
        NextToken: text,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(input, (value) => {
        const tree = parseQueryTree(serialize(schema, value, true));
        expect(readQueryInput(schema.input, tree, { ec2: true, envelope: new Set() })).toEqual(value);
      }),
    );
  });

  it("in the others' dialect, named list members and all", () => {
    const schema = schemaOf(rds, "DescribeDBInstances");
    const input = fc.record(
      { DBInstanceIdentifier: text, Filters: filters, MaxRecords: fc.integer(), Marker: text },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(input, (value) => {
        const tree = parseQueryTree(serialize(schema, value, false));
        expect(readQueryInput(schema.input, tree, { ec2: false, envelope: new Set() })).toEqual(value);
      }),
    );
  });
});

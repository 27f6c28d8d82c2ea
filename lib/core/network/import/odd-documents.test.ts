import { describe, expect, it } from "vitest";
import { aFunction, functionArn } from "@/lib/testing/builders/functions";
import { aVpc } from "@/lib/testing/builders/vpc-resources";
import { buildNetwork } from "../build-network";
import { at, codes, importOf, only } from "./import.test-builder";

describe("what is odd in an import", () => {
  it("is kept, counted and named: unknown keys", () => {
    const result = importOf(
      { path: at("a"), content: { DomainStatusList: [{ a: 1 }], Extra: { b: 2 } } },
      { path: at("b"), content: { DomainStatusList: [{ a: 2 }], Extra: { c: 3 }, Gone: null } },
      { path: at("c"), content: { Extra: 4 } },
    );
    expect(result.counts).toEqual({ DomainStatusList: 2, Extra: 3, Gone: 0 });
    expect(only(result).unknown).toEqual({
      DomainStatusList: [{ a: 1 }, { a: 2 }],
      Extra: { b: 2 },
      "Extra (2)": { c: 3 },
      "Extra (3)": 4,
      Gone: null,
    });
    expect(codes(result)).toEqual(Array.from({ length: 6 }, () => "unknown-key"));
  });

  it("survives keys that JavaScript calls its own", () => {
    const result = importOf({
      path: at("a"),
      content: '{"__proto__": [1], "constructor": [2], "toString": 3}',
    });
    expect(JSON.stringify(result.counts)).toBe('{"__proto__":1,"constructor":1,"toString":1}');
    expect(JSON.stringify(only(result).unknown)).toBe('{"__proto__":[1],"constructor":[2],"toString":3}');
  });

  it("is kept and named: lists that are none, null, or hold what is no object", () => {
    const result = importOf({
      path: at("a"),
      content: { Vpcs: "x", Subnets: null, RouteTables: [null, 3, {}] },
    });
    expect(result.counts).toEqual({ Vpcs: 1, Subnets: 0, RouteTables: 3 });
    expect(codes(result)).toEqual(["not-a-list", "null-list", "missing-id", "not-an-object"]);
    expect(only(result).unknown).toEqual({ Vpcs: "x", "RouteTables (not objects)": [null, 3] });
    expect(only(result).resources.RouteTables).toEqual([{}]);
  });

  it("is kept apart and named: members that are not what AWS documents", () => {
    const result = importOf({
      path: at("a"),
      content: { Vpcs: [{ VpcId: "vpc-1", Tags: "none", CidrBlockAssociationSet: null }, { VpcId: 3 }] },
    });
    expect(codes(result)).toEqual(["null-list", "malformed-member", "missing-id", "malformed-member"]);
    expect(result.warnings[1]).toMatchObject({ resourceId: "vpc-1", path: at("a") });
    expect(only(result).resources.Vpcs).toEqual([{ VpcId: "vpc-1" }, {}]);
    expect(only(result).unknown).toEqual({
      "Vpcs (malformed members)": [
        { resourceId: "vpc-1", members: [{ member: "Tags", value: "none" }] },
        { resourceId: null, members: [{ member: "VpcId", value: 3 }] },
      ],
    });
  });

  it("is named: documents that hold nothing or no object", () => {
    const result = importOf(
      { path: at("a"), content: "" },
      { path: at("b"), content: "{}" },
      { path: at("c"), content: "[1]" },
    );
    expect(codes(result)).toEqual(["empty-document", "empty-document", "not-an-object"]);
    expect(only(result).unknown).toEqual({ [at("c")]: [1] });
  });

  it("is named: an id that occurs twice, the same or not; the network uses the last", () => {
    const result = importOf({
      path: at("a"),
      content: {
        Vpcs: [aVpc(), aVpc(), aVpc({ CidrBlock: "10.9.0.0/16" })],
        Functions: [aFunction(), aFunction({ Version: "1" }), aFunction({ Version: "1" })],
      },
    });
    expect(result.warnings.map(({ code, resourceId }) => [code, resourceId])).toEqual([
      ["duplicate-id", "vpc-1"],
      ["conflicting-duplicate", "vpc-1"],
      ["duplicate-id", `${functionArn("orders")} (version 1)`],
    ]);
    expect(only(result).resources.Vpcs).toHaveLength(3);
    expect(buildNetwork(result).vpcs.get("vpc-1")?.resource.CidrBlock).toBe("10.9.0.0/16");
  });

  it("is not: numbered pages, tokens and metadata", () => {
    const result = importOf(
      { path: at("ec2.DescribeVpcs_1"), content: { Vpcs: [aVpc()], NextToken: "t", ResponseMetadata: {} } },
      { path: at("ec2.DescribeVpcs_2"), content: { Vpcs: [aVpc({ VpcId: "vpc-2" })], NextToken: "" } },
    );
    expect(result.counts).toEqual({ Vpcs: 2 });
    expect(result.warnings).toEqual([]);
  });

  it.each([
    [{ Vpcs: [], NextToken: "t" }],
    [{ Functions: [], NextMarker: "t" }],
    [{ DBInstances: [], Marker: "t" }],
    [{ TransitGatewayRoutes: [], AdditionalRoutesAvailable: true }],
  ])("is named: %j without its last page, and what is not there may still exist", (content) => {
    const result = importOf({ path: at("a"), content });
    expect(codes(result)).toEqual(["missing-page"]);
    const failed = only(result).coverage.filter(({ status }) => status === "failed");
    expect(failed.map(({ error }) => error?.code)).toEqual(["MissingPage"]);
  });
});

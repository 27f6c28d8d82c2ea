import { describe, expect, it } from "vitest";
import { createSnapshotInput } from "@/lib/contract/snapshots";
import { buildImportBody } from "./build-import-body";

describe("buildImportBody", () => {
  it("makes exactly the body that the contract takes", async () => {
    const body = buildImportBody('a "b"', [
      { path: "1/eu-west-1/DescribeVpcs.json", file: new Blob(['{"Vpcs":[]}']) },
      { path: "x.json", file: new Blob(['{"Subnets":[{"SubnetId":"<b>"}]}']) },
    ]);
    expect(createSnapshotInput.parse(JSON.parse(await body.text()))).toEqual({
      source: "import",
      name: 'a "b"',
      documents: [
        { path: "1/eu-west-1/DescribeVpcs.json", content: { Vpcs: [] } },
        { path: "x.json", content: { Subnets: [{ SubnetId: "<b>" }] } },
      ],
    });
  });
});

import { describe, expect, it } from "vitest";
import { aSubnet, aVpc } from "@/lib/testing/builders/vpc-resources";
import { at, capturedAt, codes, importOf, only } from "./import.test-builder";

describe("parseDocuments", () => {
  it("reads what the AWS CLI prints, by key, and takes account and region from the path", () => {
    const result = importOf({ path: at("DescribeVpcs"), content: JSON.stringify({ Vpcs: [aVpc()] }) });
    expect(only(result)).toMatchObject({ accountId: "111122223333", region: "eu-west-1", capturedAt });
    expect(result.counts).toEqual({ Vpcs: 1 });
    expect(result.warnings).toEqual([]);
  });

  it("reads one object with many keys", () => {
    const result = importOf({
      content: { Vpcs: [aVpc()], Subnets: [aSubnet(), aSubnet({ SubnetId: "subnet-2" })] },
    });
    expect(result.counts).toEqual({ Vpcs: 1, Subnets: 2 });
    expect(only(result)).toMatchObject({ accountId: "111122223333", region: "eu-west-1" });
  });

  it("joins documents of one place and keeps places apart", () => {
    const result = importOf(
      { path: "a/111122223333/eu-west-1/DescribeVpcs.json", content: { Vpcs: [aVpc()] } },
      { path: "b/111122223333/eu-west-1/DescribeSubnets.json", content: { Subnets: [aSubnet()], Odd: 1 } },
      { path: "111122223333/us-east-1/DescribeVpcs.json", content: { Vpcs: [aVpc({ VpcId: "vpc-2" })] } },
      { path: "444455556666/eu-west-1/DescribeVpcs.json", content: { Vpcs: [] } },
    );
    expect(result.captures.map(({ accountId, region }) => [accountId, region])).toEqual([
      ["111122223333", "eu-west-1"],
      ["111122223333", "us-east-1"],
      ["444455556666", "eu-west-1"],
    ]);
    expect(Object.keys(result.captures[0]?.resources ?? {})).toEqual(["Vpcs", "Subnets"]);
    expect(result.captures[0]?.unknown).toEqual({ Odd: 1 });
    expect(result.counts).toMatchObject({ Vpcs: 2, Subnets: 1 });
  });

  it("takes for granted that a folder without a place is of the only place there is", () => {
    const result = importOf(
      { path: "net/DescribeSubnets.json", content: { Subnets: [aSubnet()] } },
      { path: "more/DescribeNatGateways.json", content: { NatGateways: [] } },
    );
    expect(only(result)).toMatchObject({ accountId: "111122223333", region: "eu-west-1" });
  });

  it("says so where neither path nor resources name account or region", () => {
    const result = importOf({ path: "x/nat.json", content: { NatGateways: [] } });
    expect(only(result)).toMatchObject({ accountId: null, region: null });
    expect(result.warnings.map(({ message }) => message)).toEqual([
      "The documents in x name no account, nor does their path",
      "The documents in x name no region, nor does their path",
    ]);
    expect(importOf({ content: { Vpcs: [] } }).warnings[0]?.message).toBe(
      "The documents name no account, nor does their path",
    );
  });

  it("tells where resources name several accounts or regions and the path names none", () => {
    const subnets = [
      aSubnet(),
      aSubnet({ SubnetId: "b", OwnerId: "444455556666", AvailabilityZone: "us-east-1a" }),
      aSubnet({ SubnetId: "c" }),
    ];
    const result = importOf({ content: { Subnets: subnets } });
    expect(codes(result)).toEqual(["several-accounts", "several-regions"]);
    expect(result.warnings[0]?.message).toContain("111122223333, 444455556666");
    expect(codes(importOf({ path: "d/x.json", content: { Subnets: subnets } }))).toHaveLength(2);
    expect(codes(importOf({ path: at("DescribeSubnets"), content: { Subnets: subnets } }))).toEqual([]);
  });

  it("calls what was given ok and everything else that Mooring reads absent", () => {
    const { coverage } = only(importOf({ path: at("x"), content: { Vpcs: [aVpc()], Subnets: null } }));
    const status = new Map(coverage.map((entry) => [entry.call, entry]));
    expect(status.get("DescribeVpcs")).toEqual({ call: "DescribeVpcs", status: "ok", items: 1 });
    expect(status.get("DescribeSubnets")).toEqual({ call: "DescribeSubnets", status: "ok", items: 0 });
    expect(status.get("DescribeNetworkAcls")).toEqual({ call: "DescribeNetworkAcls", status: "absent" });
  });

  it("is broken by broken JSON, and names the document", () => {
    expect(() => importOf({ path: at("DescribeVpcs"), content: "{" })).toThrow(
      /DescribeVpcs\.json, line 1, column 2/,
    );
    expect(() => importOf({ content: { Vpcs: [] } }, { content: "no" })).toThrow(/^document 2, line 1/);
  });

  it("passes markup in names through untouched", () => {
    const Tags = [{ Key: "Name", Value: "<script>alert(1)</script>" }];
    const capture = only(importOf({ path: at("DescribeVpcs"), content: { Vpcs: [aVpc({ Tags })] } }));
    expect(capture.resources.Vpcs?.[0]?.Tags).toEqual(Tags);
  });
});

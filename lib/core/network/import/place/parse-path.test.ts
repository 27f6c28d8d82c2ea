import { describe, expect, it } from "vitest";
import { parsePath } from "./parse-path";

describe("parsePath", () => {
  it.each([
    ["out/111122223333/eu-west-1/DescribeVpcs.json", "111122223333", "eu-west-1", "DescribeVpcs", null],
    ["out\\111122223333\\eu-west-1\\DescribeVpcs.json", "111122223333", "eu-west-1", "DescribeVpcs", null],
    ["111122223333/DescribeVpcs.json", "111122223333", null, "DescribeVpcs", null],
    ["us-gov-west-1/DescribeVpcs.json", null, "us-gov-west-1", "DescribeVpcs", null],
    ["accounts/111/us-west-1/DescribeVpcs.json", "111", "us-west-1", "DescribeVpcs", null],
    ["222/us-west-2/DescribeVpcs.json", "222", "us-west-2", "DescribeVpcs", null],
    ["accounts/333/DescribeVpcs.json", "333", null, "DescribeVpcs", null],
    ["2024/05/DescribeVpcs.json", null, null, "DescribeVpcs", null],
    ["rds.DescribeDBInstances.json", null, null, "DescribeDBInstances", null],
    ["ec2.DescribeSubnets_12.JSON", null, null, "DescribeSubnets", null],
    [
      "SearchTransitGatewayRoutes__tgw-rtb-1__type-static.json",
      null,
      null,
      "SearchTransitGatewayRoutes",
      "tgw-rtb-1",
    ],
    ["DescribeVpcAttribute__vpc-1__enableDnsSupport.json", null, null, "DescribeVpcAttribute", "vpc-1"],
    ["ec2.GetManagedPrefixListEntries_2__pl-1.json", null, null, "GetManagedPrefixListEntries", "pl-1"],
    ["vpcs.json", null, null, null, null],
    [undefined, null, null, null, null],
  ])("reads %j", (path, accountId, region, call, subject) => {
    expect(parsePath(path)).toMatchObject({ accountId, region, call, subject });
  });

  it("tells folders apart: documents of one were read in one place", () => {
    expect(parsePath("/a//b/c.json").folder).toBe("a/b");
    expect(parsePath("c.json").folder).toBe("");
  });
});

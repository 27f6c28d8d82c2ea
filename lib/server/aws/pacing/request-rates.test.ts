import { describe, expect, it } from "vitest";
import { rateOf } from "./request-rates";

describe("rateOf", () => {
  it.each([
    ["ec2", "DescribeVpcs", 100, 20],
    ["ec2", "SearchTransitGatewayRoutes", 100, 20],
    ["ec2", "GetManagedPrefixListEntries", 100, 20],
    ["ec2", "DescribeStaleSecurityGroups", 20, 5],
    ["ec2", "CreateSubnet", 50, 5],
    ["ec2", "AuthorizeSecurityGroupIngress", 50, 5],
    ["ec2", "DeleteNetworkInterface", 100, 5],
    ["ec2", "CreateVpcEndpoint", 4, 0.3],
    ["ec2", "DeleteNatGateway", 10, 1],
    ["ec2", "CreateTags", 100, 10],
    ["lambda", "GetFunction", 100, 100],
    ["lambda", "GetPolicy", 15, 15],
    ["lambda", "ListFunctions", 15, 15],
    ["lambda", "UpdateFunctionConfiguration", 15, 15],
    ["elasticloadbalancing", "DescribeTargetHealth", 40, 10],
  ])("knows AWS's bucket of %s:%s", (service, operation, capacity, perSecond) => {
    expect(rateOf({ service, operation })).toMatchObject({ capacity, perSecond });
  });

  it("counts all reads of load balancers in one bucket", () => {
    const poolOf = (operation: string) => rateOf({ service: "elasticloadbalancing", operation }).pool;
    expect(poolOf("DescribeListeners")).toBe(poolOf("DescribeTargetHealth"));
  });

  it("knows the smaller bucket of what is asked for everything at once", () => {
    const whole = rateOf({ service: "ec2", operation: "DescribeNetworkInterfaces", isWhole: true });
    expect(whole).toMatchObject({ capacity: 50, perSecond: 10 });
    expect(rateOf({ service: "ec2", operation: "DescribeVpnGateways", isWhole: true })).toMatchObject({
      capacity: 100,
    });
    expect(whole.pool).not.toBe(rateOf({ service: "ec2", operation: "DescribeNetworkInterfaces" }).pool);
  });
});

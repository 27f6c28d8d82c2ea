import { describe, expect, it } from "vitest";
import { findRequestRate, type RequestRate } from "./request-rates";
import { createTokenBuckets } from "./token-buckets";

const rateOf = (service: string, operation: string, input: Record<string, unknown> = {}) =>
  findRequestRate({ service, operation, input });

describe("a token bucket", () => {
  const rate: RequestRate = { pool: "p", capacity: 4, perSecond: 2 };

  it("gives its capacity at once, then what it earns with time, never more than its capacity", () => {
    let now = 0;
    const buckets = createTokenBuckets(() => now);
    const takeAll = (): number => {
      let taken = 0;
      while (buckets.take("key", rate)) taken += 1;
      return taken;
    };
    expect(takeAll()).toBe(4);
    now = 499;
    expect(takeAll()).toBe(0);
    now = 1500;
    expect(takeAll()).toBe(3);
    now = 1_000_000;
    expect(takeAll()).toBe(4);
    buckets.clear();
    expect(takeAll()).toBe(4);
  });

  it("tells how empty it has been, until all are filled again", () => {
    let now = 0;
    const buckets = createTokenBuckets(() => now);
    buckets.take("key", rate);
    buckets.take("key", rate);
    now = 10_000;
    buckets.take("key", rate);
    expect(buckets.list()).toEqual([{ bucket: "key", capacity: 4, lowest: 2 }]);
    buckets.clear();
    expect(buckets.list()).toEqual([]);
  });

  it("is its key's own", () => {
    const buckets = createTokenBuckets(() => 0);
    const once: RequestRate = { pool: "p", capacity: 1, perSecond: 1 };
    expect(buckets.take("one", once)).toBe(true);
    expect(buckets.take("one", once)).toBe(false);
    expect(buckets.take("two", once)).toBe(true);
  });
});

describe("AWS's rates", () => {
  it.each([
    ["ec2", "DescribeSubnets", 100, 20],
    ["ec2", "SearchTransitGatewayRoutes", 100, 20],
    ["ec2", "GetManagedPrefixListEntries", 100, 20],
    ["ec2", "CreateSubnet", 50, 5],
    ["ec2", "AuthorizeSecurityGroupIngress", 50, 5],
    ["ec2", "DeleteVpcPeeringConnection", 50, 5],
    ["ec2", "CreateNetworkInterface", 100, 5],
    ["ec2", "CreateVpcEndpoint", 4, 0.3],
    ["ec2", "DeleteNatGateway", 10, 1],
    ["ec2", "CreateTags", 100, 10],
    ["ec2", "DescribeStaleSecurityGroups", 20, 5],
    ["lambda", "GetFunction", 100, 100],
    ["lambda", "GetPolicy", 15, 15],
  ])("%s:%s has a bucket of its own: %d, %d per second", (service, operation, capacity, perSecond) => {
    expect(rateOf(service, operation)).toEqual({ pool: operation, capacity, perSecond });
  });

  it("are harsher for the reads that EC2 finds costly, unless a filter or a page is asked for", () => {
    const harsh = { pool: "DescribeNetworkInterfaces unfiltered", capacity: 50, perSecond: 10 };
    const usual = { pool: "DescribeNetworkInterfaces", capacity: 100, perSecond: 20 };
    const rateWith = (input: Record<string, unknown>) => rateOf("ec2", "DescribeNetworkInterfaces", input);
    expect(rateWith({})).toEqual(harsh);
    expect(rateWith({ Filters: [] })).toEqual(harsh);
    expect(rateWith({ NetworkInterfaceIds: ["eni-0"] })).toEqual(harsh);
    expect(rateWith({ MaxResults: 1000 })).toEqual(usual);
    expect(rateWith({ NextToken: "x" })).toEqual(usual);
    expect(rateWith({ Filters: [{ Name: "vpc-id", Values: ["vpc-0"] }] })).toEqual(usual);
    expect(rateOf("ec2", "DescribeVpcs", {})).toMatchObject({ capacity: 100 });
  });

  it("count Lambda's other control calls together, and Invoke not at all", () => {
    expect(rateOf("lambda", "ListFunctions")).toEqual(rateOf("lambda", "UpdateFunctionConfiguration"));
    expect(rateOf("lambda", "Invoke")).toBeUndefined();
  });

  it("are unknown for services that publish none", () => {
    expect(rateOf("iam", "GetRole")).toBeUndefined();
  });
});

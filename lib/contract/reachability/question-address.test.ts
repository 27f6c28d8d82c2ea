import { describe, expect, it } from "vitest";
import type { FlowQuestion } from "./flow-question";
import { formatDestination, formatSource, parseDestination, parseSource } from "./question-address";

const arn = "arn:aws:lambda:eu-west-1:111122223333:function:orders-api";

describe("the ends of a question in a link", () => {
  it.each<FlowQuestion["source"]>([
    { functionName: arn },
    { functionName: "i-am-a-function" },
    { networkInterfaceId: "eni-0a1b2c3d" },
    { instanceId: "i-0a1b2c3d4e5f60718" },
    { cidr: "203.0.113.0/24" },
    { cidr: "2001:db8::/32" },
    { connection: { subnetIds: ["subnet-1", "subnet-2"], securityGroupIds: ["sg-1"] } },
    { connection: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"], ipv6AllowedForDualStack: true } },
  ])("brings the source %j back as it was", (source) => {
    expect(parseSource(formatSource(source))).toEqual(source);
  });

  it.each<FlowQuestion["destination"]>([
    { internet: true },
    { service: "secretsmanager" },
    { dbInstanceIdentifier: "arn:aws:rds:eu-west-1:111122223333:db:orders-db" },
    { cacheClusterId: "sessions" },
    {
      loadBalancerArn:
        "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/50dc6c495c0c9188",
    },
    { functionName: "orders-api" },
    { networkInterfaceId: "eni-0a1b2c3d" },
    { instanceId: "i-0a1b2c3d" },
    { cidr: "10.0.0.0/8" },
  ])("brings the destination %j back as it was", (destination) => {
    expect(parseDestination(formatDestination(destination))).toEqual(destination);
  });

  it("takes an address alone as a block of one", () => {
    expect(parseDestination(" 10.0.0.1 ")).toEqual({ cidr: "10.0.0.1/32" });
    expect(parseSource("2001:db8::1")).toEqual({ cidr: "2001:db8::1/128" });
  });

  it("takes a bare name as a function's where packets start, and as nothing where they go", () => {
    expect(parseSource("orders-api")).toEqual({ functionName: "orders-api" });
    expect(parseDestination("orders-db")).toBeNull();
    expect(parseDestination("Internet")).toEqual({ internet: true });
  });

  it("makes nothing of what is empty or half written", () => {
    expect(["", " ", "function:", "connection:subnet-1"].map(parseSource)).toEqual([null, null, null, null]);
    expect(["", "db:", "service:"].map(parseDestination)).toEqual([null, null, null]);
  });
});

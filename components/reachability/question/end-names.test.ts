import { describe, expect, it } from "vitest";
import type { Flow } from "@/lib/core/reachability/flow";
import { endNames } from "./end-names";
import type { OfferedTarget } from "./endpoint-options";
import { canonicalTarget, toUsualTraffic } from "./usual-traffic";

const dbArn = "arn:aws:rds:eu-west-1:111122223333:db:orders-db";
const targets: OfferedTarget[] = [
  {
    kind: "service",
    label: "Secrets Manager",
    destination: { service: "secretsmanager" },
    protocol: "tcp",
    port: 443,
    vpcId: null,
  },
  {
    kind: "db-instance",
    label: "Orders",
    destination: { dbInstanceIdentifier: dbArn },
    protocol: "tcp",
    port: 5433,
    vpcId: "vpc-1",
  },
  {
    kind: "instance",
    label: "bastion",
    destination: { instanceId: "i-1" },
    protocol: "tcp",
    port: 22,
    vpcId: "vpc-1",
  },
];
const names = (over: Partial<Pick<Flow, "source" | "destination">>) =>
  endNames({ source: { cidr: "10.0.0.0/8" }, destination: { internet: true }, ...over }, targets);

describe("what the ends are called", () => {
  it("is a function's name, an instance's name, or what was typed", () => {
    expect(
      names({ source: { functionName: "arn:aws:lambda:eu-west-1:111122223333:function:api" } }).from,
    ).toBe("api");
    expect(names({ source: { functionName: "api" } }).from).toBe("api");
    expect(names({ source: { instanceId: "i-1" } }).from).toBe("bastion");
    expect(names({}).from).toBe("10.0.0.0/8");
    const connection = { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] };
    expect(names({ source: { connection } }).from).toBe("A function with this connection");
  });

  it("is a target's name as it is offered, else its own", () => {
    const lb = "arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/app/web/50dc6c495c0c9188";
    const destinations: [Flow["destination"], string][] = [
      [{ internet: true }, "the internet"],
      [{ cidr: "0.0.0.0/0" }, "the internet"],
      [{ cidr: "::/0" }, "the internet over IPv6"],
      [{ cidr: "2001:db8::/32" }, "2001:db8::/32"],
      [{ cidr: "2001:db8::1/128" }, "2001:db8::1"],
      [{ service: "secretsmanager" }, "Secrets Manager"],
      [{ service: "athena" }, "athena"],
      [{ dbInstanceIdentifier: dbArn }, "Orders"],
      [{ dbInstanceIdentifier: "arn:aws:rds:eu-west-1:1:db:other" }, "other"],
      [{ cacheClusterId: "sessions" }, "sessions"],
      [{ functionName: "arn:aws:lambda:eu-west-1:1:function:api" }, "api"],
      [{ loadBalancerArn: lb }, "web"],
      [{ loadBalancerArn: "web" }, "lb:web"],
      [{ cidr: "10.0.0.1/32" }, "10.0.0.1"],
    ];
    for (const [destination, name] of destinations) expect(names({ destination }).to).toBe(name);
  });
});

describe("the traffic that a target is used on", () => {
  it("is its own, and HTTPS where it is not known", () => {
    const usual = toUsualTraffic(targets);
    expect(usual({ dbInstanceIdentifier: dbArn })).toEqual({ protocol: "tcp", port: 5433 });
    expect(usual({ cidr: "10.0.0.1/32" })).toEqual({ protocol: "tcp", port: 443 });
  });
});

describe("a target typed by its name", () => {
  it("is the one offered, unless several share the name or none has it", () => {
    expect(canonicalTarget(" db:Orders", targets)).toBe(`db:${dbArn}`);
    expect(canonicalTarget("cache:Orders", targets)).toBe("cache:Orders");
    expect(canonicalTarget("db:unheard-of", targets)).toBe("db:unheard-of");
    expect(canonicalTarget("internet", targets)).toBe("internet");
    const twice = [...targets, ...targets];
    expect(canonicalTarget("db:Orders", twice)).toBe("db:Orders");
  });
});

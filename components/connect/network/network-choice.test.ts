import { describe, expect, it } from "vitest";
import { listConnections } from "./list-connections";
import { fn, subnet } from "./network.test-builder";
import { chooseVpc, choiceOf, isComplete, noChoice, toggle } from "./network-choice";
import { subnetNotices, whyNotGroup, whyNotSubnet } from "./option-reasons";

const chosen = {
  vpcId: "vpc-1",
  subnetIds: ["subnet-1"],
  securityGroupIds: ["sg-1"],
  ipv6AllowedForDualStack: true,
};

describe("the network choice", () => {
  it("begins from how the function is attached now", () => {
    expect(choiceOf({ vpcConfig: chosen })).toEqual(chosen);
    expect(choiceOf({ vpcConfig: null })).toEqual(noChoice);
  });

  it("empties subnets and groups with another VPC, and keeps them with the same", () => {
    expect(chooseVpc(chosen, "vpc-1")).toBe(chosen);
    expect(chooseVpc(chosen, "vpc-2")).toEqual({
      ...noChoice,
      vpcId: "vpc-2",
      ipv6AllowedForDualStack: true,
    });
  });

  it("is complete only with both lists", () => {
    expect(isComplete(chosen)).toBe(true);
    expect(isComplete({ ...chosen, subnetIds: [] })).toBe(false);
    expect(isComplete({ ...chosen, securityGroupIds: [] })).toBe(false);
  });

  it("toggles a value", () => {
    expect(toggle(["a"], "b")).toEqual(["a", "b"]);
    expect(toggle(["a", "b"], "a")).toEqual(["b"]);
  });
});

describe("whyNotSubnet", () => {
  it("says why AWS would refuse it", () => {
    expect(whyNotSubnet(subnet("s", { ineligibleReason: "On an Outpost." }), noChoice)).toBe(
      "On an Outpost.",
    );
  });

  it("needs an IPv6 CIDR where IPv6 is allowed", () => {
    expect(whyNotSubnet(subnet("s"), chosen)).toMatch(/IPv6/);
    expect(whyNotSubnet(subnet("s", { ipv6CidrBlock: "2001:db8::/64" }), chosen)).toBeUndefined();
  });

  it("stops at 16 and lets one take away what is chosen", () => {
    const full = { ...noChoice, subnetIds: Array.from({ length: 16 }, (_, index) => `subnet-${index}`) };
    expect(whyNotSubnet(subnet("other"), full)).toMatch(/at most 16/);
    expect(whyNotSubnet(subnet("subnet-3", { ineligibleReason: "x" }), full)).toBeUndefined();
  });
});

describe("whyNotGroup", () => {
  it("stops at 5 and lets one take away what is chosen", () => {
    const full = { ...noChoice, securityGroupIds: ["1", "2", "3", "4", "5"] };
    expect(whyNotGroup("6", full)).toMatch(/at most 5/);
    expect(whyNotGroup("5", full)).toBeUndefined();
    expect(whyNotGroup("1", noChoice)).toBeUndefined();
  });
});

describe("subnetNotices", () => {
  const titles = (...subnets: ReturnType<typeof subnet>[]) =>
    subnetNotices(subnets, false).map((notice) => notice.title);

  it("is silent about private subnets in two zones", () => {
    expect(titles(subnet("a"), subnet("b", { availabilityZone: "eu-west-1b" }))).toEqual([]);
    expect(titles()).toEqual([]);
  });

  it("warns of one zone, public subnets, mixed routing and missing addresses", () => {
    expect(titles(subnet("a"))).toEqual(["One Availability Zone"]);
    expect(
      titles(
        subnet("a", { kind: "public", availableIpAddressCount: 0 }),
        subnet("b", { availabilityZone: "z" }),
      ),
    ).toEqual([
      "A public subnet gives a function no internet access",
      "The chosen subnets route differently",
      "No free addresses",
    ]);
  });

  it("names subnets that no longer qualify once IPv6 is allowed", () => {
    const notices = subnetNotices(
      [subnet("a", { name: "app-a" }), subnet("b", { availabilityZone: "z" })],
      true,
    );
    expect(notices[0]?.message).toContain("app-a, b");
  });
});

describe("listConnections", () => {
  it("gives other functions' connections once each, the most used first, without the function's own", () => {
    const at = (connectionId: string) => ({ connectionId, vpcConfig: chosen, vpcName: "prod" });
    const found = listConnections(
      [fn("a", at("c1")), fn("b", at("c2")), fn("c", at("c2")), fn("me", at("c3")), fn("free")],
      "me",
    );
    expect(found.map((item) => [item.connectionId, item.functionNames])).toEqual([
      ["c2", ["b", "c"]],
      ["c1", ["a"]],
    ]);
  });
});

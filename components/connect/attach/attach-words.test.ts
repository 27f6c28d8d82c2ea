import { describe, expect, it } from "vitest";
import { noChoice } from "../network/network-choice";
import { attachLabel, attachTitle } from "./attach-words";

const vpcConfig = {
  vpcId: "vpc-1",
  subnetIds: ["s"],
  securityGroupIds: ["g"],
  ipv6AllowedForDualStack: false,
};
const free = { functionName: "orders-api", vpcConfig: null, vpcName: null };
const attached = { functionName: "orders-api", vpcConfig, vpcName: "dev" };

describe("attachLabel", () => {
  it("names the change", () => {
    const choice = { ...noChoice, vpcId: "vpc-2" };
    expect(attachLabel(free, choice, "prod")).toBe("Attach orders-api to prod");
    expect(attachLabel(attached, choice, "prod")).toBe("Move orders-api from dev to prod");
    expect(attachLabel({ ...attached, vpcName: null }, choice, "prod")).toBe(
      "Move orders-api from vpc-1 to prod",
    );
    expect(attachLabel(attached, { ...choice, vpcId: "vpc-1" }, "dev")).toBe(
      "Change the connection of orders-api in dev",
    );
  });
});

describe("attachTitle", () => {
  it("tells connecting from editing", () => {
    expect(attachTitle(free)).toBe("Connect orders-api to a VPC");
    expect(attachTitle(attached)).toBe("Edit the VPC connection of orders-api");
  });
});

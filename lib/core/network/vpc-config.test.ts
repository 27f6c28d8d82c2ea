import { describe, expect, it } from "vitest";
import { attachmentKey, isSameAttachment, normalizeVpcConfig } from "./vpc-config";

const attached = normalizeVpcConfig({ VpcId: "vpc-1", SubnetIds: ["subnet-1"], SecurityGroupIds: ["sg-1"] });

describe("normalizeVpcConfig", () => {
  it.each([
    ["no VpcConfig", undefined],
    ["null", null],
    ["empty strings and lists", { VpcId: "", SubnetIds: [], SecurityGroupIds: [] }],
    ["lists alone, both empty", { SubnetIds: [], SecurityGroupIds: [] }],
    ["null-filled", { VpcId: null, SubnetIds: null, SecurityGroupIds: null }],
  ])("reads %s as detached", (_name, vpcConfig) => {
    expect(normalizeVpcConfig(vpcConfig)).toBeNull();
  });

  it("sorts ids, drops repeated and unusable ones", () => {
    expect(
      normalizeVpcConfig({
        SubnetIds: ["b", "a", "b", "", 3],
        SecurityGroupIds: "sg-1",
        Ipv6AllowedForDualStack: true,
      }),
    ).toEqual({ vpcId: "", subnetIds: ["a", "b"], securityGroupIds: [], ipv6AllowedForDualStack: true });
  });
});

describe("isSameAttachment", () => {
  it("looks at the sets, not at their order nor at the VPC that AWS wrote", () => {
    const other = normalizeVpcConfig({ VpcId: "", SubnetIds: ["subnet-1"], SecurityGroupIds: ["sg-1"] });
    expect(isSameAttachment(attached, other)).toBe(true);
    expect(isSameAttachment(null, null)).toBe(true);
  });

  it.each([
    ["detached", null],
    ["another group", normalizeVpcConfig({ SubnetIds: ["subnet-1"], SecurityGroupIds: ["sg-2"] })],
    [
      "IPv6",
      normalizeVpcConfig({
        SubnetIds: ["subnet-1"],
        SecurityGroupIds: ["sg-1"],
        Ipv6AllowedForDualStack: true,
      }),
    ],
  ])("tells an attachment from %s", (_name, other) => {
    expect(isSameAttachment(attached, other)).toBe(false);
    expect(isSameAttachment(other, attached)).toBe(false);
  });
});

describe("attachmentKey", () => {
  it("is the same whatever the order of lists that nobody sorted", () => {
    const attachment = {
      vpcId: "",
      subnetIds: ["b", "a"],
      securityGroupIds: [],
      ipv6AllowedForDualStack: false,
    };
    expect(attachmentKey(attachment)).toBe("a,b||ipv4");
  });
});

import { describe, expect, it } from "vitest";
import type { SecurityGroupDetail } from "@/lib/contract/functions";
import type { OfferedSecurityGroup, VpcDetail, VpcSecurityGroupList } from "@/lib/contract/vpcs";
import { noChoice } from "./network-choice";
import { originText, toOffer } from "./offered-groups";

const group = (groupId: string): SecurityGroupDetail => ({
  groupId,
  groupName: groupId.slice(3),
  description: null,
  vpcId: "vpc-1",
  rulesKnown: true,
  rules: [],
  functionCount: 0,
});
const vpc: VpcDetail = {
  vpcId: "vpc-1",
  name: "prod",
  accountId: "111122223333",
  region: "eu-west-1",
  cidrBlocks: ["10.0.0.0/16"],
  isDefault: false,
  subnetCount: 0,
  functionCount: 0,
  subnets: [],
  securityGroups: [group("sg-app")],
  gaps: [],
};
const far: OfferedSecurityGroup = {
  ...group("sg-far"),
  vpcId: "vpc-2",
  vpcName: "hub",
  ownerId: "111122223333",
  origin: "associated",
};
const live: VpcSecurityGroupList = { source: "live", items: [far] };
const offerOf = (
  data: VpcSecurityGroupList | undefined,
  error: Error | null = null,
  securityGroupIds: string[] = [],
) => {
  const { groups, note } = toOffer(vpc, { data, error }, { ...noChoice, securityGroupIds });
  return { ids: groups.map(({ groupId, origin }) => `${groupId} ${origin}`), note: note?.text };
};

describe("toOffer", () => {
  it("offers what AWS lists, and nothing else", () => {
    expect(offerOf(live)).toEqual({ ids: ["sg-far associated"], note: undefined });
  });

  it("says why AWS gave no rules of the groups that it lists", () => {
    const error = { code: "AccessDenied", message: "no", missingPermission: "ec2:DescribeSecurityGroups" };
    const found = offerOf({ ...live, items: [{ ...far, rulesKnown: false }], error });
    expect(found.ids).toEqual(["sg-far associated"]);
    expect(found.note).toContain("(`AccessDenied`, missing `ec2:DescribeSecurityGroups`)");
  });

  it("offers the VPC's own groups while AWS is asked", () => {
    expect(offerOf(undefined)).toEqual({
      ids: ["sg-app own"],
      note: "Asking AWS which groups prod may use…",
    });
  });

  it("says with AWS's code why the list is only the VPC's own", () => {
    const error = { code: "UnauthorizedOperation", message: "no" };
    const refused: VpcSecurityGroupList = { source: "snapshot", items: [], error };
    expect(offerOf(refused).note).toContain("(`UnauthorizedOperation`)");
    const missing = { ...error, missingPermission: "ec2:GetSecurityGroupsForVpc" };
    expect(offerOf({ ...refused, error: missing }).note).toContain("missing `ec2:GetSecurityGroupsForVpc`");
    expect(offerOf(undefined, new Error("x"))).toEqual({
      ids: ["sg-app own"],
      note: expect.stringContaining("it could not be asked") as string,
    });
  });

  it("keeps what is chosen in the list, so that it can be taken away", () => {
    expect(offerOf(live, null, ["sg-far", "sg-gone"]).ids).toEqual(["sg-far associated", "sg-gone unlisted"]);
  });
});

describe("originText", () => {
  it("says where a group of another VPC comes from", () => {
    expect(originText({ ...far, origin: "own" })).toBeUndefined();
    expect(originText(far)).toBe("Associated from hub (vpc-2)");
    expect(originText({ ...far, vpcName: null, origin: "shared", ownerId: "222233334444" })).toBe(
      "Shared by account 222233334444, from vpc-2",
    );
    expect(originText({ ...far, origin: "unlisted" })).toBe("Not listed for this VPC");
  });
});

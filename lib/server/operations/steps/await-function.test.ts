import { describe, expect, it } from "vitest";
import { judgeCreation, judgeUpdate } from "./await-function";

const wanted = {
  vpcId: "vpc-1",
  subnetIds: ["subnet-a"],
  securityGroupIds: ["sg-1"],
  ipv6AllowedForDualStack: false,
};
const VpcConfig = { SubnetIds: ["subnet-a"], SecurityGroupIds: ["sg-1"], VpcId: "vpc-1" };
const SOON = 0;
const LATER = 11_000;

describe("judgeUpdate", () => {
  it.each([
    [
      "an update in progress",
      { State: "Active", LastUpdateStatus: "InProgress", VpcConfig },
      SOON,
      "going-on",
    ],
    ["success", { State: "Active", LastUpdateStatus: "Successful", VpcConfig }, SOON, "done"],
    [
      "success of an idle function",
      { State: "Inactive", LastUpdateStatus: "Successful", VpcConfig },
      SOON,
      "done",
    ],
    ["no status at all, as asked for", { VpcConfig }, SOON, "done"],
    [
      "a function that is being rebuilt",
      { State: "Pending", LastUpdateStatus: "Successful", VpcConfig },
      LATER,
      "going-on",
    ],
    [
      "success of before, read too early",
      { State: "Active", LastUpdateStatus: "Successful" },
      SOON,
      "going-on",
    ],
    ["success of something else", { State: "Active", LastUpdateStatus: "Successful" }, LATER, "failed"],
    ["failure", { State: "Active", LastUpdateStatus: "Failed" }, SOON, "failed"],
    ["absence, read too early", null, SOON, "going-on"],
    ["absence", null, LATER, "failed"],
  ] as const)("takes %s for what it is", (_what, configuration, elapsedMs, status) => {
    expect(judgeUpdate(configuration as Parameters<typeof judgeUpdate>[0], wanted, elapsedMs).status).toBe(
      status,
    );
  });

  it("gives AWS's reason with its cause and what to do", () => {
    const judgement = judgeUpdate(
      {
        LastUpdateStatus: "Failed",
        LastUpdateStatusReasonCode: "InsufficientRolePermissions",
        LastUpdateStatusReason: "The role lacks rights",
      },
      wanted,
      SOON,
    );
    expect(judgement).toMatchObject({
      status: "failed",
      error: {
        code: "InsufficientRolePermissions",
        message: "The role lacks rights",
        cause: "The execution role may not manage network interfaces.",
        missingPermission: "ec2:CreateNetworkInterface",
      },
    });
  });

  it("still names a failure that AWS gave no reason for", () => {
    expect(judgeUpdate({ LastUpdateStatus: "Failed" }, wanted, SOON)).toEqual({
      status: "failed",
      error: {
        code: "Failed",
        message: "AWS gave no reason.",
        cause: "AWS accepted the change and then could not carry it out.",
        nextStep: "Look at the function in AWS's console, then try again.",
      },
    });
  });
});

describe("judgeCreation", () => {
  it.each([
    [{ State: "Pending" }, SOON, "going-on"],
    [{ State: "Active" }, SOON, "done"],
    [{ State: "Failed", StateReasonCode: "InvalidSubnet" }, SOON, "failed"],
    [{}, SOON, "done"],
    [null, SOON, "going-on"],
    [null, LATER, "failed"],
  ] as const)("takes %j after %d ms as %s", (configuration, elapsedMs, status) => {
    expect(judgeCreation(configuration, elapsedMs).status).toBe(status);
  });
});

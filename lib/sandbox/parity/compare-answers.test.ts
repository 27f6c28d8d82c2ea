import { describe, expect, it } from "vitest";
import { accepts, type AcceptedDifference } from "./accepted-difference";
import { compareAnswers } from "./compare-answers";
import type { Plain } from "./plain";
import { ec2 } from "./step";

const answer = (output: Plain): Plain => ({ status: 200, output });
const refusal = (code: string, message = ""): Plain => ({ status: 400, error: { code, message } });

describe("comparing answers", () => {
  it("names each difference by its path, absent members too", () => {
    expect(
      compareAnswers(
        answer({ Vpcs: [{ VpcId: "vpc#1", State: "available", Tags: [] }] }),
        answer({ Vpcs: [{ VpcId: "vpc#1", State: "pending", OwnerId: "1" }] }),
      ),
    ).toEqual([
      { at: "output.Vpcs[].State", moto: "available", sandbox: "pending" },
      { at: "output.Vpcs[].Tags", moto: [], sandbox: undefined },
      { at: "output.Vpcs[].OwnerId", moto: undefined, sandbox: "1" },
    ]);
  });

  it("pairs items by what identifies them, and reports one that the other side lacks", () => {
    expect(
      compareAnswers(
        answer({ Vpcs: [{ VpcId: "vpc#1" }, { VpcId: "vpc#2", State: "available" }] }),
        answer({ Vpcs: [{ VpcId: "vpc#2", State: "available" }] }),
      ),
    ).toEqual([{ at: "output.Vpcs[]", moto: { VpcId: "vpc#1" }, sandbox: undefined }]);
  });

  it("reports one difference where a side refuses, or refuses with another code", () => {
    expect(compareAnswers(answer({ Vpcs: [] }), refusal("InvalidVpcID.NotFound"))).toEqual([
      { at: "error", moto: "200", sandbox: "400 InvalidVpcID.NotFound" },
    ]);
    expect(compareAnswers(refusal("A", "one"), refusal("B", "other"))).toEqual([
      { at: "error", moto: "400 A", sandbox: "400 B" },
    ]);
    expect(compareAnswers(refusal("A", "one"), refusal("A", "other"))).toEqual([
      { at: "error.message", moto: "one", sandbox: "other" },
    ]);
  });

  it("finds no difference between equal answers", () => {
    expect(
      compareAnswers(answer({ Vpcs: [{ VpcId: "vpc#1" }] }), answer({ Vpcs: [{ VpcId: "vpc#1" }] })),
    ).toEqual([]);
  });
});

describe("accepting a difference", () => {
  const entry: AcceptedDifference = {
    reason: "moto-is-instant",
    in: ["CreateVpc"],
    at: "output.Vpc.State",
    moto: "available",
    sandbox: /^pending$/,
    because: "a new VPC is pending",
    source: "Vpc.State",
  };
  const step = ec2("CreateVpc", { CidrBlock: "10.0.0.0/16" });
  const difference = { at: "output.Vpc.State", moto: "available", sandbox: "pending" };

  it("allows it there and with those values only", () => {
    expect(accepts(entry, step, difference)).toBe(true);
    expect(accepts(entry, ec2("DescribeVpcs", {}), difference)).toBe(false);
    expect(accepts(entry, step, { ...difference, at: "output.Vpc" })).toBe(false);
    expect(accepts(entry, step, { ...difference, sandbox: "deleted" })).toBe(false);
    expect(accepts(entry, step, { ...difference, sandbox: undefined })).toBe(false);
  });

  it("takes an expected absence for just that", () => {
    const absent = { ...entry, sandbox: undefined };
    expect(accepts(absent, step, { ...difference, sandbox: undefined })).toBe(true);
    expect(accepts(absent, step, difference)).toBe(false);
  });
});

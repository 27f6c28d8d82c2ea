import { describe, expect, it } from "vitest";
import { buildAttachment, buildPlanFacts, buildSubnet } from "../testing/build-plan-facts";
import { creating } from "./check-cases.test-builder";
import { functionCases } from "./function/function-cases.test-builder";
import { placeCases } from "./network/place-cases.test-builder";
import { reachCases } from "./network/reach-cases.test-builder";
import { roleCases } from "./role/role-cases.test-builder";
import { releaseCases } from "./release/release-cases.test-builder";
import { createCases } from "./create/create-cases.test-builder";
import { checks, runChecks } from "./run-checks";

const table = [...functionCases, ...placeCases, ...reachCases, ...roleCases, ...releaseCases, ...createCases];

describe("checks", () => {
  it.each(table)("%s, %s", (code, _when, overrides, status, word) => {
    const outcome = checks.find((check) => check.code === code)?.evaluate(buildPlanFacts(overrides));
    expect(outcome?.status).toBe(status);
    expect(outcome?.message).toContain(word);
    if (status === "block") expect(outcome?.nextStep).toBeTruthy();
  });

  it.each(checks.map(({ code }) => code))("%s is in the table", (code) => {
    expect(table.some(([tested]) => tested === code)).toBe(true);
  });

  it("asks nothing about a VPC where none is wanted", () => {
    const codes = runChecks(
      buildPlanFacts({ ...creating(), after: null, subnets: [], securityGroups: [], vpc: null }),
      false,
    ).map(({ code }) => code);
    expect(codes).toEqual(["name-taken", "runtime-and-handler", "code-size", "role-assumable"]);
  });

  it("passes every check of a healthy attach", () => {
    expect(runChecks(buildPlanFacts(), false).filter(({ status }) => status !== "pass")).toEqual([]);
  });

  it("does not judge subnets that do not exist", () => {
    const facts = buildPlanFacts({
      subnets: [
        buildSubnet("subnet-x", {
          presence: "absent",
          vpcId: null,
          kind: "unknown",
          availableIpAddressCount: null,
        }),
      ],
    });
    const codes = ["subnets-eligible", "addresses", "public-subnet"].map((code) => {
      const outcome = checks.find((check) => check.code === code)?.evaluate(facts);
      return outcome?.status ?? null;
    });
    expect(codes).toEqual([null, "pass", "pass"]);
  });

  it("does not ask about the loss of private access where the VPC stays the same", () => {
    expect(
      runChecks(buildPlanFacts({ before: buildAttachment({ subnetIds: ["subnet-a"] }) }), false).some(
        ({ code }) => code === "private-access",
      ),
    ).toBe(false);
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { dependentCalls } from "./dependent-calls";
import { regionCalls } from "./region-calls";

const policyDocument = z.object({
  Statement: z.array(z.object({ Action: z.union([z.string(), z.array(z.string())]) })),
});

/** Every action that one of the policies to paste allows. */
function allowedActions(file: string): Set<string> {
  const { Statement } = policyDocument.parse(JSON.parse(readFileSync(`docs/policies/${file}`, "utf8")));
  return new Set(Statement.flatMap(({ Action }) => Action));
}

describe("docs/policies/read-only.json", () => {
  it("allows just what collecting calls, and who asks", () => {
    const needed = [...regionCalls, ...dependentCalls].map(({ permission }) => permission);
    expect([...allowedActions("read-only.json")].sort()).toEqual(
      [...new Set([...needed, "sts:GetCallerIdentity"])].sort(),
    );
  });
});

describe("docs/policies/operator.json", () => {
  it("allows what the wizard and the runner call besides reading", () => {
    expect([...allowedActions("operator.json")].sort()).toEqual([
      // The wizard lists groups with it, and Lambda asks for it with the caller's rights when a function is attached
      // (developer guide, configuration-vpc).
      "ec2:GetSecurityGroupsForVpc",
      "iam:GetRole",
      "iam:ListRoles",
      "iam:PassRole",
      "iam:SimulatePrincipalPolicy",
      "lambda:CreateFunction",
      "lambda:DeleteFunction",
      "lambda:UpdateFunctionConfiguration",
    ]);
  });
});

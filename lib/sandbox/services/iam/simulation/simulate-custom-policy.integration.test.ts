import {
  IAMClient,
  SimulateCustomPolicyCommand,
  type SimulateCustomPolicyRequest,
} from "@aws-sdk/client-iam";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

const SUBNET = "arn:aws:ec2:eu-west-1:123456789012:subnet/subnet-1";

function policy(...statements: object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
const allow = (Action: string, rest: object = {}) => ({ Effect: "Allow", Action, Resource: "*", ...rest });
const key = (name: string, ...values: string[]) => ({
  ContextKeyName: name,
  ContextKeyType: "stringList" as const,
  ContextKeyValues: values,
});

let sandbox: TestSandbox;
let iam: IAMClient;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty" });
  iam = new IAMClient(sandbox.clientConfig());
});
afterAll(() => sandbox.close());

async function simulate(document: string, more: Partial<SimulateCustomPolicyRequest> = {}) {
  const answer = await iam.send(
    new SimulateCustomPolicyCommand({
      PolicyInputList: [document],
      ActionNames: ["ec2:CreateNetworkInterface"],
      ...more,
    }),
  );
  return answer.EvaluationResults ?? [];
}

describe("SimulateCustomPolicy", () => {
  it("names the statements that decided, and where they stand", async () => {
    const [result] = await simulate(policy(allow("s3:*"), allow("ec2:Create*")));
    expect(result).toEqual({
      EvalActionName: "ec2:CreateNetworkInterface",
      EvalResourceName: "*",
      EvalDecision: "allowed",
      MatchedStatements: [
        {
          SourcePolicyId: "PolicyInputList.1",
          SourcePolicyType: "IAM Policy",
          StartPosition: { Line: 1, Column: 88 },
          EndPosition: { Line: 1, Column: 144 },
        },
      ],
      MissingContextValues: [],
    });
  });

  it("says which context it lacks, and decides with it when given", async () => {
    const document = policy(
      allow("ec2:*", {
        Condition: {
          "ForAllValues:StringLike": { "aws:TagKeys": "team*" },
          Null: { "aws:TagKeys": "false" },
        },
      }),
    );
    const [without] = await simulate(document);
    expect(without).toMatchObject({ EvalDecision: "implicitDeny", MissingContextValues: ["aws:TagKeys"] });
    const [fitting] = await simulate(document, { ContextEntries: [key("aws:tagkeys", "team", "team-b")] });
    expect(fitting).toMatchObject({ EvalDecision: "allowed", MissingContextValues: [] });
    const [other] = await simulate(document, { ContextEntries: [key("aws:TagKeys", "team", "cost")] });
    expect(other?.EvalDecision).toBe("implicitDeny");
  });

  it("replaces variables, and judges each resource for itself and all together", async () => {
    const document = policy(
      allow("ec2:*", { Resource: "arn:aws:ec2:*:*:subnet/${aws:PrincipalTag/subnet}" }),
    );
    const results = await simulate(document, {
      ResourceArns: [SUBNET, `${SUBNET}2`],
      ContextEntries: [key("aws:PrincipalTag/subnet", "subnet-1")],
    });
    expect(results).toHaveLength(1);
    const [result] = results;
    // The most restrictive of the two, to which no statement contributed.
    expect(result).toMatchObject({
      EvalDecision: "implicitDeny",
      MatchedStatements: [],
      EvalResourceName: "*",
    });
    expect(result?.EvalDecisionDetails).toEqual({});
    expect(result?.ResourceSpecificResults).toMatchObject([
      { EvalResourceName: SUBNET, EvalResourceDecision: "allowed" },
      { EvalResourceName: `${SUBNET}2`, EvalResourceDecision: "implicitDeny", MatchedStatements: [] },
    ]);
  });

  it("names a statement that decides of several resources once, and what context they lack", async () => {
    const document = policy(allow("ec2:*"), {
      ...allow("ec2:*", { Condition: { Bool: { "aws:SecureTransport": "true" } } }),
      Effect: "Deny",
    });
    const [result] = await simulate(document, { ResourceArns: [SUBNET, `${SUBNET}2`] });
    expect(result?.EvalDecision).toBe("allowed");
    expect(result?.MatchedStatements).toHaveLength(1);
    expect(result?.MissingContextValues).toEqual(["aws:SecureTransport"]);
    expect(result?.ResourceSpecificResults?.map((one) => one.MissingContextValues)).toEqual([
      ["aws:SecureTransport"],
      ["aws:SecureTransport"],
    ]);
  });

  it("has nothing to say of single resources where all are asked about", async () => {
    const [result] = await simulate(policy(allow("ec2:*")), { ResourceArns: ["*"] });
    expect(result).toMatchObject({ EvalDecision: "allowed", EvalResourceName: "*" });
    expect(result).not.toHaveProperty("ResourceSpecificResults");
    expect(result).not.toHaveProperty("EvalDecisionDetails");
  });

  it("holds a boundary against the policies, and shows an explicit deny alone", async () => {
    const [bounded] = await simulate(policy(allow("ec2:*")), {
      PermissionsBoundaryPolicyInputList: [policy(allow("s3:*"))],
    });
    expect(bounded).toMatchObject({
      EvalDecision: "implicitDeny",
      PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
    });
    const [denied] = await simulate(policy(allow("ec2:*"), { ...allow("ec2:Create*"), Effect: "Deny" }));
    expect(denied?.EvalDecision).toBe("explicitDeny");
    expect(denied?.MatchedStatements).toHaveLength(1);
  });

  it.each([
    ["IpAddress", "aws:SourceIp", "10.0.0.0/8", "10.1.2.3", "11.1.2.3"],
    ["NotIpAddress", "aws:SourceIp", "10.0.0.0/8", "11.1.2.3", "10.1.2.3"],
    ["NumericLessThanEquals", "s3:max-keys", "10", "10", "11"],
    [
      "DateGreaterThan",
      "aws:CurrentTime",
      "2026-01-01T00:00:00Z",
      "2026-02-01T00:00:00Z",
      "2025-01-01T00:00:00Z",
    ],
    ["Bool", "aws:SecureTransport", "true", "True", "false"],
    ["StringEqualsIgnoreCase", "k", "Ab", "aB", "b"],
    ["StringNotLike", "k", "a*", "b", "ab"],
    ["ArnLike", "aws:SourceArn", "arn:aws:s3:*:*:a*", "arn:aws:s3:::abc", "arn:aws:sns:::abc"],
  ])("knows %s of %s", async (operator, name, wanted, fits, fails) => {
    const document = policy(allow("ec2:*", { Condition: { [operator]: { [name]: wanted } } }));
    const decide = async (value: string) =>
      (await simulate(document, { ContextEntries: [key(name, value)] }))[0]?.EvalDecision;
    expect(await decide(fits)).toBe("allowed");
    expect(await decide(fails)).toBe("implicitDeny");
  });

  it("refuses what is no action and no policy", async () => {
    await expect(simulate("{")).rejects.toMatchObject({ name: "InvalidInputException" });
    await expect(simulate(policy(allow("*")), { ActionNames: ["run"] })).rejects.toMatchObject({
      name: "InvalidInputException",
    });
  });
});

import { describe, expect, it } from "vitest";
import { evaluatePolicies } from "./evaluate-policies";

type Statement = Record<string, unknown>;

const policy = (...statements: Statement[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });
const allow = (action: string | string[], rest: Statement = {}): Statement => ({
  Effect: "Allow",
  Action: action,
  Resource: "*",
  ...rest,
});
const deny = (action: string, rest: Statement = {}): Statement => ({
  ...allow(action, rest),
  Effect: "Deny",
});
const DESCRIBE = { action: "ec2:DescribeVpcs", resource: "*" };

describe("evaluating policies", () => {
  it("denies what nothing allows", () => {
    expect(evaluatePolicies([], DESCRIBE)).toBe("implicitDeny");
    expect(evaluatePolicies([policy(allow("s3:*"))], DESCRIBE)).toBe("implicitDeny");
  });

  it("allows by wildcard, whatever the case of the action", () => {
    expect(evaluatePolicies([policy(allow(["s3:*", "EC2:describe*"]))], DESCRIBE)).toBe("allowed");
  });

  it("lets an explicit deny win, in whichever document it stands", () => {
    expect(evaluatePolicies([policy(allow("*")), policy(deny("ec2:*"))], DESCRIBE)).toBe("explicitDeny");
  });

  it("minds resources", () => {
    const documents = [policy(allow("lambda:*", { Resource: "arn:aws:lambda:*:*:function:orders-*" }))];
    const ask = (name: string) =>
      evaluatePolicies(documents, {
        action: "lambda:GetFunction",
        resource: `arn:aws:lambda:eu-west-1:123456789012:function:${name}`,
      });
    expect(ask("orders-api")).toBe("allowed");
    expect(ask("payments-api")).toBe("implicitDeny");
  });

  it("reads NotAction and NotResource as their opposites", () => {
    const statement = { Effect: "Allow", NotAction: "iam:*", NotResource: "arn:aws:s3:::secret" };
    expect(evaluatePolicies([policy(statement)], DESCRIBE)).toBe("allowed");
    expect(evaluatePolicies([policy(statement)], { action: "iam:GetRole", resource: "*" })).toBe(
      "implicitDeny",
    );
    expect(evaluatePolicies([policy(statement)], { action: "s3:x", resource: "arn:aws:s3:::secret" })).toBe(
      "implicitDeny",
    );
  });

  it("does not apply a deny for function code to Lambda's own calls, which carry no SourceFunctionArn", () => {
    const condition = { ArnEquals: { "lambda:SourceFunctionArn": "arn:aws:lambda:eu-west-1:1:function:f" } };
    const documents = [policy(allow("ec2:*"), deny("ec2:*", { Condition: condition }))];
    expect(evaluatePolicies(documents, DESCRIBE)).toBe("allowed");
    const context = { "lambda:SourceFunctionArn": ["arn:aws:lambda:eu-west-1:1:function:f"] };
    expect(evaluatePolicies(documents, { ...DESCRIBE, context })).toBe("explicitDeny");
  });

  it.each([
    ["StringEquals", { k: ["a"] }, true],
    ["StringEquals", { k: ["b"] }, false],
    ["StringEquals", {}, false],
    ["StringEqualsIfExists", {}, true],
    ["StringNotEquals", { k: ["b"] }, true],
    ["StringNotEquals", { k: ["a"] }, false],
    ["StringNotEquals", {}, true],
    ["ForAllValues:StringEquals", {}, true],
    ["ForAllValues:StringEquals", { k: ["a", "b"] }, false],
    ["ForAnyValue:StringEquals", { k: ["a", "b"] }, true],
    ["ForAnyValue:StringEquals", {}, false],
    ["ForAnyValue:StringNotEquals", {}, false],
    ["ForAllValues:StringNotEquals", { k: ["b", "c"] }, true],
    ["NumericLessThan", { k: ["a"] }, false],
    ["Nonsense", { k: ["a"] }, false],
  ] as const)("holds the condition %s of a against %j: %s", (operator, context, isAllowed) => {
    const documents = [policy(allow("*", { Condition: { [operator]: { k: "a" } } }))];
    expect(evaluatePolicies(documents, { ...DESCRIBE, context }) === "allowed").toBe(isAllowed);
  });

  it("tells by Null whether a key is there", () => {
    const documents = [policy(allow("*", { Condition: { Null: { k: "false" } } }))];
    expect(evaluatePolicies(documents, DESCRIBE)).toBe("implicitDeny");
    expect(evaluatePolicies(documents, { ...DESCRIBE, context: { k: ["x"] } })).toBe("allowed");
  });
});

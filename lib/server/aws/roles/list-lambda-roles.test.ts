import { describe, expect, it } from "vitest";
import { isAssumableByLambda } from "./list-lambda-roles";

const trust = (statement: unknown) => encodeURIComponent(JSON.stringify({ Statement: statement }));
const lambda = { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" };

describe("isAssumableByLambda", () => {
  it.each([
    ["one statement", trust(lambda), true],
    [
      "a list of statements and services",
      trust([{ ...lambda, Principal: { Service: ["ec2.amazonaws.com", "lambda.amazonaws.com"] } }]),
      true,
    ],
    ["another service", trust([{ ...lambda, Principal: { Service: "ec2.amazonaws.com" } }]), false],
    ["a denial", trust([{ ...lambda, Effect: "Deny" }]), false],
    ["everybody's principal", trust([{ ...lambda, Principal: "*" }]), false],
    ["no JSON", "%7B", false],
    ["a broken encoding", "%", false],
    ["nothing", undefined, false],
  ])("reads a trust policy with %s", (_what, document, expected) => {
    expect(isAssumableByLambda(document)).toBe(expected);
  });
});

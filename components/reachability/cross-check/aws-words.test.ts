import { describe, expect, it } from "vitest";
import { awsVerdict, awsWords } from "./aws-words";

const done = { status: "succeeded", networkPathFound: true } as const;

describe("what AWS's analyzer says", () => {
  it("is a verdict where it found a path or none", () => {
    expect(awsVerdict(done)).toBe("reachable");
    expect(awsVerdict({ ...done, networkPathFound: false })).toBe("unreachable");
    expect(awsWords(done)).toBe("");
  });

  it("is why there is none, in one sentence", () => {
    const failed = { status: "failed", networkPathFound: null } as const;
    expect(awsVerdict(failed)).toBe("unknown");
    expect(awsWords(failed)).toBe("It gave no answer.");
    expect(awsWords({ ...failed, statusMessage: "No such path." })).toBe("It gave no answer: No such path.");
    expect(awsWords({ ...failed, status: "running" })).toBe("It still works on it.");
  });
});

import { describe, expect, it } from "vitest";
import { ApiRequestError } from "@/lib/client/api-request-error";
import type { ErrorCode } from "@/lib/contract/error-body";
import { describeRefusal } from "./describe-refusal";

const refusal = (code: ErrorCode) => describeRefusal(new ApiRequestError(409, { code, message: "Why." }));

describe("describeRefusal", () => {
  it("works a stale plan out again and says so", () => {
    expect(refusal("stale_plan")).toMatchObject({ isPlanStale: true, isOperationInProgress: false });
    expect(refusal("stale_plan")?.message).toMatch(/worked out again/);
    expect(refusal("stale_plan")?.nextStep).toBeUndefined();
  });

  it.each(["plan_blocked", "acknowledgement_required"] as const)(
    "shows the checks again after %s",
    (code) => {
      expect(refusal(code)?.isPlanStale).toBe(true);
    },
  );

  it("points to the operation that holds the function", () => {
    expect(refusal("operation_in_progress")).toMatchObject({
      isPlanStale: false,
      isOperationInProgress: true,
    });
  });

  it("leaves other errors to be shown as errors", () => {
    expect(refusal("aws_error")).toBeUndefined();
    expect(describeRefusal(new Error("boom"))).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { ApiRequestError } from "@/lib/client/api-request-error";
import { isWorthRetrying } from "./create-query-client";

const error = (status: number, code: "not_found" | "no_snapshot" | "aws_error" | "not_ready") =>
  new ApiRequestError(status, { code, message: "" });

describe("isWorthRetrying", () => {
  it("asks again, twice, where the fault may pass", () => {
    expect(isWorthRetrying(0, error(502, "aws_error"))).toBe(true);
    expect(isWorthRetrying(1, error(0, "not_ready"))).toBe(true);
    expect(isWorthRetrying(2, error(502, "aws_error"))).toBe(false);
  });

  it("does not ask again for what will not change by asking", () => {
    expect(isWorthRetrying(0, error(404, "not_found"))).toBe(false);
    expect(isWorthRetrying(0, error(503, "no_snapshot"))).toBe(false);
    expect(isWorthRetrying(0, new Error("bad shape"))).toBe(false);
  });
});

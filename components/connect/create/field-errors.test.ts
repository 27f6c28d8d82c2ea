import { describe, expect, it } from "vitest";
import { ApiRequestError } from "@/lib/client/api-request-error";
import { stepOfFieldError, toFieldErrors } from "./field-errors";

const complaint = (field?: string) =>
  new ApiRequestError(400, {
    code: "invalid_request",
    message: "Wrong.",
    ...(field === undefined ? {} : { field }),
  });

describe("toFieldErrors", () => {
  it("names the field an item of a list belongs to", () => {
    expect(toFieldErrors(complaint("intent.subnetIds.0"))).toEqual({ subnetIds: "Wrong." });
  });

  it("is empty for what names no field of the wizard", () => {
    expect(toFieldErrors(complaint(), complaint("intent.kind"), null, new Error("boom"))).toEqual({});
  });
});

describe("stepOfFieldError", () => {
  it("leads to the step where it can be mended", () => {
    expect(stepOfFieldError({ roleArn: "Wrong." })).toBe("basics");
    expect(stepOfFieldError({})).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { ApiRequestError } from "@/lib/client/api-request-error";
import { toFunctionViewState } from "./function-view-state";

const error = (code: "not_found" | "no_snapshot" | "aws_error") =>
  new ApiRequestError(404, { code, message: "" });

describe("toFunctionViewState", () => {
  it("tells a function that is not there from one that could not be read", () => {
    expect(toFunctionViewState(undefined, null).kind).toBe("loading");
    expect(toFunctionViewState(undefined, error("not_found")).kind).toBe("not-found");
    expect(toFunctionViewState(undefined, error("no_snapshot")).kind).toBe("reading");
    expect(toFunctionViewState(undefined, error("aws_error")).kind).toBe("error");
  });
});

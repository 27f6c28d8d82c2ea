import { describe, expect, it } from "vitest";
import { ApiRequestError } from "@/lib/client/api-request-error";
import { toFunctionViewState, type FunctionViewInput } from "./function-view-state";

const error = (code: "not_found" | "no_snapshot" | "aws_error") =>
  new ApiRequestError(404, { code, message: "" });
const none: FunctionViewInput = {
  data: undefined,
  error: null,
  snapshotId: undefined,
  connection: "lost",
  nowMs: null,
};

describe("toFunctionViewState", () => {
  it("tells a function that is not there from one that could not be read", () => {
    expect(toFunctionViewState(none).kind).toBe("loading");
    expect(toFunctionViewState({ ...none, error: error("not_found") }).kind).toBe("not-found");
    expect(toFunctionViewState({ ...none, error: error("no_snapshot") }).kind).toBe("reading");
    expect(toFunctionViewState({ ...none, error: error("aws_error") }).kind).toBe("error");
  });
});

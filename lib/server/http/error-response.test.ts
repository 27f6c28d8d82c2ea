import { describe, expect, it } from "vitest";
import { errorBody, errorCode } from "@/lib/contract/error-body";
import { createLog } from "../log";
import { ApiError } from "./api-error";
import { errorResponse, statusOfCode } from "./error-response";

function respond(thrown: unknown) {
  const lines: string[] = [];
  const log = createLog(
    () => new Date(0),
    (line) => lines.push(line),
  );
  return { response: errorResponse(thrown, { correlationId: "the-id", log }), lines };
}

describe("errorResponse", () => {
  it("has one status for every code, and 500 for bugs alone", () => {
    expect(Object.keys(statusOfCode).sort()).toEqual([...errorCode.options].sort());
    expect(Object.entries(statusOfCode).filter(([, status]) => status === 500)).toEqual([["internal", 500]]);
  });

  it("answers a refusal as it is, uncached, with its correlation id", async () => {
    const aws = { code: "ValidationException", operation: "UpdateFunctionConfiguration" };
    const { response, lines } = respond(
      new ApiError("invalid_request", "too many", { field: "intent.subnetIds", aws, nextStep: "Choose 16." }),
    );
    expect(response.status).toBe(400);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-correlation-id")).toBe("the-id");
    expect(errorBody.parse(await response.json())).toEqual({
      error: {
        code: "invalid_request",
        message: "too many",
        field: "intent.subnetIds",
        aws,
        nextStep: "Choose 16.",
      },
    });
    expect(lines).toEqual([]);
  });

  it("says when to come back", () => {
    const { response } = respond(new ApiError("rate_limited", "slowly", { retryAfterSeconds: 7 }));
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("7");
  });

  it.each([new Error("password=hunter2"), "password=hunter2", null, { message: "hunter2" }])(
    "leaks nothing of a bug (%o), and logs it with the correlation id",
    async (thrown) => {
      const { response, lines } = respond(thrown);
      expect(response.status).toBe(500);
      expect(await response.text()).not.toContain("hunter2");
      expect(lines.join("")).toContain("the-id");
    },
  );

  it("answers 400 for text that PostgreSQL cannot hold, as drizzle wraps it", () => {
    const cause = Object.assign(new Error("invalid byte sequence"), { code: "22021" });
    expect(respond(new Error("Failed query", { cause })).response.status).toBe(400);
  });
});

import { describe, expect, it } from "vitest";
import { errorBody } from "@/lib/contract/error-body";
import { refuseMethods } from "./refuse-methods";
import { unknownPathResponse } from "./unknown-path-response";

describe("refuseMethods", () => {
  it("answers every other method with 405, what is allowed, and the API's error", async () => {
    const refusals = refuseMethods("GET", "POST");
    expect(Object.keys(refusals)).toEqual(["PUT", "PATCH", "DELETE"]);
    const response = refusals.PUT();
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, POST");
    expect(errorBody.parse(await response.json()).error.code).toBe("method_not_allowed");
  });
});

describe("unknownPathResponse", () => {
  it("answers 404 with the path", async () => {
    const response = unknownPathResponse(new Request("http://127.0.0.1/api/nothing?a=1"));
    expect(response.status).toBe(404);
    expect(errorBody.parse(await response.json()).error.message).toContain("/api/nothing");
  });
});

import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiRequestError, isNoSnapshot } from "./api-request-error";
import { callApi } from "./call-api";
import { toApiRequestError } from "./request-json";

afterEach(() => {
  vi.unstubAllGlobals();
});

function answerWith(status: number, body: string) {
  const fetched = vi.fn(() => Promise.resolve(new Response(body, { status })));
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

describe("callApi", () => {
  it("fills the path, leaves empty query values out and parses the answer", async () => {
    const fetched = answerWith(200, JSON.stringify({ items: [], nextCursor: null }));
    await expect(callApi("listOperations", { query: { functionName: "a b" } })).resolves.toEqual({
      items: [],
      nextCursor: null,
    });
    expect(fetched).toHaveBeenCalledWith(
      "/api/operations?functionName=a+b",
      expect.objectContaining({ method: "GET" }),
    );
  });

  it("refuses an answer that the contract does not know", async () => {
    answerWith(200, JSON.stringify({ items: "many" }));
    await expect(callApi("listOperations")).rejects.toThrow();
  });

  it("throws the server's error with its code and next step", async () => {
    answerWith(
      503,
      JSON.stringify({ error: { code: "no_snapshot", message: "Not read yet.", nextStep: "Wait." } }),
    );
    const error: unknown = await callApi("listFunctions").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiRequestError);
    expect(error).toMatchObject({ status: 503, detail: { code: "no_snapshot", nextStep: "Wait." } });
    expect(isNoSnapshot(error)).toBe(true);
  });

  it("says so when nobody answers", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("fetch failed")));
    await expect(callApi("getHealth")).rejects.toMatchObject({
      status: 0,
      detail: { code: "not_ready" },
    });
  });

  it("takes an empty answer of 204", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(null, { status: 204 })));
    await expect(callApi("deleteSnapshot", { params: { id: "s1" } })).resolves.toBeUndefined();
  });
});

describe("toApiRequestError", () => {
  it("tells the status of an answer that is not JSON", async () => {
    expect((await toApiRequestError(502, "<html>")).message).toBe(
      "The server answered with HTTP status 502.",
    );
  });
});

import { describe, expect, it } from "vitest";
import { readJsonBody } from "./read-json-body";

function request(
  body: BodyInit | null,
  headers: Record<string, string> = { "content-type": "application/json" },
) {
  return new Request("http://127.0.0.1/", { method: "POST", body, headers, duplex: "half" } as RequestInit);
}

/** A body that would never end; `sent` counts what was asked of it. */
function endless() {
  const state = { sent: 0 };
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      state.sent += 1024;
      controller.enqueue(new Uint8Array(1024).fill(32));
    },
  });
  return { state, stream };
}

describe("readJsonBody", () => {
  it.each([
    "application/json",
    "application/json; charset=utf-8",
    "Application/JSON",
    "application/merge-patch+json",
  ])("reads %s", async (type) => {
    await expect(readJsonBody(request('{"a":"é"}', { "content-type": type }), 100)).resolves.toEqual({
      a: "é",
    });
  });

  it.each([
    "text/plain",
    "",
    "application/x-www-form-urlencoded",
    "application/jsonx",
    "multipart/form-data",
  ])("refuses Content-Type '%s': a form of another site could send it", async (type) => {
    await expect(readJsonBody(request("{}", { "content-type": type }), 100)).rejects.toMatchObject({
      code: "unsupported_media_type",
    });
  });

  it("refuses a compressed body", async () => {
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    await expect(readJsonBody(request("{}", headers), 100)).rejects.toMatchObject({
      code: "unsupported_media_type",
    });
  });

  it("stops reading as soon as there is more than the limit", async () => {
    const { state, stream } = endless();
    await expect(readJsonBody(request(stream), 10_000)).rejects.toMatchObject({ code: "too_large" });
    expect(state.sent).toBeLessThan(20_000);
  });

  it("does not begin to read what is announced as too large", async () => {
    const { stream } = endless();
    const headers = { "content-type": "application/json", "content-length": "10001" };
    const large = request(stream, headers);
    await expect(readJsonBody(large, 10_000)).rejects.toMatchObject({ code: "too_large" });
    expect(large.bodyUsed).toBe(false);
  });

  it("takes a body of exactly the limit", async () => {
    await expect(readJsonBody(request('"12345678"'), 10)).resolves.toBe("12345678");
    await expect(readJsonBody(request('"123456789"'), 10)).rejects.toMatchObject({ code: "too_large" });
  });

  it("names the position where JSON breaks, and repeats nothing of it", async () => {
    const error: unknown = await readJsonBody(request('{\n "secret": oops }'), 100).catch(
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({
      code: "invalid_request",
      message: expect.stringContaining("character 13 (line 2)") as string,
    });
    expect(String(error)).not.toContain("oops");
  });

  it.each([[""], ["   "]])("says that %j is empty", async (text) => {
    await expect(readJsonBody(request(text), 100)).rejects.toMatchObject({
      message: "The body is empty; it must be JSON.",
    });
  });

  it("refuses what is not UTF-8", async () => {
    await expect(readJsonBody(request(new Uint8Array([34, 0xff, 34])), 100)).rejects.toMatchObject({
      code: "invalid_request",
      message: "The body is not UTF-8.",
    });
  });
});

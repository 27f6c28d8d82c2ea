import { ApiError } from "../api-error";

/**
 * The request's bytes as they arrive. Throws ApiError at the first of them: `unsupported_media_type` where it is not
 * sent as plain JSON, `too_large` as soon as more than `maxBytes` are announced or read.
 */
export async function* readBody(request: Request, maxBytes: number): AsyncGenerator<Uint8Array> {
  requirePlainJson(request.headers);
  if (Number(request.headers.get("content-length") ?? "0") > maxBytes) throw tooLarge(maxBytes);
  if (request.body === null) return;
  const reader = request.body.getReader();
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw tooLarge(maxBytes);
    }
    yield value;
  }
}

function requirePlainJson(headers: Headers): void {
  const contentType = headers.get("content-type") ?? "";
  if (!/^application\/(?:[\w.-]+\+)?json(?:\s*;|$)/i.test(contentType.trim())) {
    throw new ApiError("unsupported_media_type", "Send the body as application/json.");
  }
  if ((headers.get("content-encoding") ?? "identity") !== "identity") {
    throw new ApiError("unsupported_media_type", "Send the body without Content-Encoding.");
  }
}

function tooLarge(maxBytes: number): ApiError {
  const limit = maxBytes >= 1024 * 1024 ? `${maxBytes / 1024 / 1024} MiB` : `${maxBytes} bytes`;
  return new ApiError("too_large", `The body is larger than ${limit}.`);
}

import { ApiError } from "../api-error";
import { jsonErrorPosition } from "./json-error-position";
import { readBody } from "./read-body";

/**
 * The request's JSON. Throws ApiError: `unsupported_media_type` where it is not sent as JSON, `too_large` as soon as
 * more than `maxBytes` are announced or read, `invalid_request` with the position where it is not JSON.
 */
export async function readJsonBody(request: Request, maxBytes: number): Promise<unknown> {
  const text = await readText(request, maxBytes);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const position = jsonErrorPosition(text);
    const message =
      text.trim() === ""
        ? "The body is empty; it must be JSON."
        : `The body is not JSON: it breaks at character ${position} (line ${lineOf(text, position)}).`;
    throw new ApiError("invalid_request", message, { cause });
  }
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parts: string[] = [];
  for await (const value of readBody(request, maxBytes)) parts.push(decode(decoder, value));
  parts.push(decode(decoder));
  return parts.join("");
}

function decode(decoder: TextDecoder, value?: Uint8Array): string {
  try {
    return value === undefined ? decoder.decode() : decoder.decode(value, { stream: true });
  } catch (cause) {
    throw new ApiError("invalid_request", "The body is not UTF-8.", { cause });
  }
}

function lineOf(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < position; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

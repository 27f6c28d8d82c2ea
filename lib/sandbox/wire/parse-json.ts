import type { AwsError } from "../aws-error";

/** A body as JSON, an empty one as `{}`. Throws what `complain` makes of a body that is no JSON, or no UTF-8. */
export function parseJson(body: Uint8Array, complain: (reason: string) => AwsError): unknown {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw complain("Invalid UTF-8");
  }
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw complain(cause.message);
  }
}

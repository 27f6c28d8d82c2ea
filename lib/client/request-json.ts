import { ApiRequestError } from "./api-request-error";

/** The parsed JSON of a 2xx answer, undefined for an empty one. Throws `ApiRequestError` otherwise. */
export async function requestJson(url: string, init: RequestInit): Promise<unknown> {
  const headers = new Headers(init.headers);
  if (init.body !== undefined && init.body !== null) headers.set("content-type", "application/json");
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers, cache: "no-store" });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw toUnreachableError(cause);
  }
  const text = await response.text();
  if (!response.ok) throw await toApiRequestError(response.status, text);
  return text === "" ? undefined : JSON.parse(text);
}

/** No answer at all: the server has stopped, or the network is down. */
export function toUnreachableError(cause?: unknown): ApiRequestError {
  return new ApiRequestError(
    0,
    {
      code: "not_ready",
      message: "Mooring's server did not answer.",
      nextStep: "See whether it still runs in its terminal, then try again.",
    },
    { cause },
  );
}

/** Reads the error's body; an answer that is not in the contract's shape (a proxy's page) says its status. */
export async function toApiRequestError(status: number, text: string): Promise<ApiRequestError> {
  const { errorBody } = await import("@/lib/contract/error-body");
  const parsed = errorBody.safeParse(parseJson(text));
  if (parsed.success) return new ApiRequestError(status, parsed.data.error);
  return new ApiRequestError(status, {
    code: status === 404 ? "not_found" : "internal",
    message: `The server answered with HTTP status ${status}.`,
    ...(status >= 500 && {
      nextStep:
        "Try again. If it stays, look at Mooring's log, and at what stands between it and this browser.",
    }),
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

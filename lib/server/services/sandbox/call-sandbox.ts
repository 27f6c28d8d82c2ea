import type { RequestContext } from "../../context";
import { ApiError } from "../../http/api-error";

const TIMEOUT_MS = 5_000;

/**
 * One call of the sandbox's own controls (never AWS's API). Throws ApiError: `not_found` where the app looks at real
 * AWS, `not_ready` where the sandbox does not answer.
 */
export async function callSandbox(
  ctx: Pick<RequestContext, "config">,
  method: "GET" | "POST",
  path: `/_sandbox/${string}`,
  body?: object,
): Promise<unknown> {
  const { mode, endpoint } = ctx.config;
  if (mode !== "sandbox" || endpoint === null) {
    throw new ApiError("not_found", "Mooring looks at real AWS: there is no sandbox.");
  }
  try {
    const response = await fetch(new URL(path, endpoint), {
      method,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    if (!response.ok) throw new Error(`the sandbox answered ${response.status} to ${method} ${path}`);
    return await response.json();
  } catch (cause) {
    throw new ApiError("not_ready", "The sandbox does not answer.", {
      nextStep: "Start Mooring again with `npm start`.",
      retryAfterSeconds: 2,
      cause,
    });
  }
}

import type { ErrorBody, ErrorCode } from "@/lib/contract/error-body";
import type { RequestContext } from "../context";
import type { ApiError } from "./api-error";
import { responseHeaders } from "./response-headers";
import { toApiError } from "./to-api-error";

/** The one table from what went wrong to HTTP. 500 is for bugs: nothing that a client sends may lead to it. */
export const statusOfCode: Record<ErrorCode, number> = {
  invalid_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  ambiguous_name: 409,
  conflict: 409,
  stale_plan: 409,
  plan_blocked: 409,
  acknowledgement_required: 409,
  operation_in_progress: 409,
  too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  internal: 500,
  aws_error: 502,
  no_credentials: 502,
  not_ready: 503,
  no_snapshot: 503,
};

/** Whatever was thrown, as an answer. What is not meant for clients is logged with the correlation id, and only there. */
export function errorResponse(thrown: unknown, ctx: Pick<RequestContext, "correlationId" | "log">): Response {
  const error = toApiError(thrown);
  if (error.code === "internal") {
    ctx.log.error("request failed", { correlationId: ctx.correlationId }, thrown);
  }
  return Response.json(toErrorBody(error), {
    status: statusOfCode[error.code],
    headers: {
      ...responseHeaders(ctx.correlationId),
      ...(error.retryAfterSeconds === undefined ? {} : { "retry-after": String(error.retryAfterSeconds) }),
    },
  });
}

function toErrorBody(error: ApiError): ErrorBody {
  const { code, message, field, aws, nextStep, candidates } = error;
  return {
    error: {
      code,
      message,
      ...(field === undefined ? {} : { field }),
      ...(aws === undefined ? {} : { aws }),
      ...(nextStep === undefined ? {} : { nextStep }),
      ...(candidates === undefined ? {} : { candidates }),
    },
  };
}

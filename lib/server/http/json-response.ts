import type { z } from "zod";
import type { Endpoint } from "@/lib/contract/endpoints/endpoint";
import type { RequestContext } from "../context";
import type { Answer } from "./respond";
import { responseHeaders } from "./response-headers";

/** The handler's value as JSON. Outside production one that breaks the contract is a bug: throws. */
export function jsonResponse<Result extends z.ZodType>(
  ctx: Pick<RequestContext, "config" | "correlationId">,
  endpoint: Pick<Endpoint<z.ZodType, z.ZodType, Result>, "id" | "status" | "response">,
  answer: Answer<z.input<Result>>,
): Response {
  if (!ctx.config.isProduction) {
    const checked = endpoint.response.safeParse(answer.value);
    if (!checked.success) {
      throw new Error(`${endpoint.id} answered against its contract: ${checked.error.message}`);
    }
  }
  const status = answer.status ?? endpoint.status;
  const headers = { ...responseHeaders(ctx.correlationId), ...answer.headers };
  return status === 204
    ? new Response(null, { status, headers })
    : Response.json(answer.value, { status, headers });
}

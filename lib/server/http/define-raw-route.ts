import type { Permission } from "@/lib/core/access/permissions";
import type { RequestContext } from "../context";
import { requestContext } from "../request-context";
import { getRuntime } from "../runtime";
import { authorize } from "./request/authorize";
import type { NextHandler } from "./define-route";
import { errorResponse } from "./error-response";
import { requireStorable } from "./request/require-storable";
import { unavailableResponse } from "./unavailable-response";

/**
 * A GET whose answer is not the JSON of one endpoint (event streams, the OpenAPI document): the same door and the same
 * errors as `defineRoute`. Every permission is needed.
 */
export function defineRawRoute(
  permissions: readonly Permission[],
  handler: (input: {
    ctx: RequestContext;
    params: Record<string, string>;
    query: URLSearchParams;
    request: Request;
  }) => Promise<Response> | Response,
): NextHandler {
  return async (request, context) => {
    const server = await getRuntime().catch(unavailableResponse);
    if (server instanceof Response) return server;
    const ctx = requestContext(server, request.signal);
    try {
      for (const permission of permissions) authorize(ctx, request, permission);
      const query = new URL(request.url).searchParams;
      const params = (await context.params) ?? {};
      requireStorable(params);
      return await handler({ ctx, params, query, request });
    } catch (error) {
      return errorResponse(error, ctx);
    }
  };
}

import type { z } from "zod";
import type { Endpoint } from "@/lib/contract/endpoints/endpoint";
import type { ApiPath } from "@/lib/contract/paths";
import { getRuntime } from "../runtime";
import { handleRoute, type RouteHandler } from "./handle-route";
import { unavailableResponse } from "./unavailable-response";

/** What Next calls; the parameters are those of the route's folder. */
export type NextHandler = (
  request: Request,
  /** Next gives undefined, against its own type, where the folder has no parameter. */
  context: { params: Promise<Record<string, string> | undefined> },
) => Promise<Response>;

/**
 * A route handler for one endpoint of the contract: checks host, origin, permission, body and query before `handler`,
 * and its answer after. A mutation must have written an audit row when `handler` resolves.
 */
export function defineRoute<
  Query extends z.ZodType,
  Body extends z.ZodType,
  Result extends z.ZodType,
  Path extends ApiPath,
>(
  endpoint: Endpoint<Query, Body, Result, Path>,
  handler: RouteHandler<Query, Body, Result, Path>,
): NextHandler {
  return async (request, context) => {
    const server = await getRuntime().catch(unavailableResponse);
    if (server instanceof Response) return server;
    return handleRoute(endpoint, handler, server, request, (await context.params) ?? {});
  };
}

import type { z } from "zod";
import { DEFAULT_MAX_BODY_BYTES, type Endpoint } from "@/lib/contract/endpoints/endpoint";
import type { ApiPath, ParamOf } from "@/lib/contract/paths";
import type { RequestContext, ServerContext } from "../context";
import { requestContext } from "../request-context";
import { requireAuditRow } from "./audit-guard";
import { authorize } from "./request/authorize";
import { errorResponse } from "./error-response";
import { jsonResponse } from "./json-response";
import { parseInput } from "./request/parse-input";
import { readJsonBody } from "./request/read-json-body";
import { requireStorable } from "./request/require-storable";
import { recordRefusal } from "./record-refusal";
import { Answer } from "./respond";

export interface RouteInput<Query extends z.ZodType, Body extends z.ZodType, Path extends ApiPath> {
  ctx: RequestContext;
  /** Path parameters, percent-decoded. */
  params: Record<ParamOf<Path>, string>;
  query: z.output<Query>;
  body: z.output<Body>;
  request: Request;
}

export type RouteHandler<
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
  Path extends ApiPath,
> = (input: RouteInput<Query, Body, Path>) => Promise<z.input<Response> | Answer<z.input<Response>>>;

/**
 * One request from door to answer: host and origin, permission, body, contract, handler, audit, contract again.
 * Never rejects: whatever is thrown becomes an error body.
 */
export async function handleRoute<
  Query extends z.ZodType,
  Body extends z.ZodType,
  Result extends z.ZodType,
  Path extends ApiPath,
>(
  endpoint: Endpoint<Query, Body, Result, Path>,
  handler: RouteHandler<Query, Body, Result, Path>,
  server: ServerContext,
  request: Request,
  params: Record<string, string>,
): Promise<Response> {
  const ctx = requestContext(server, request.signal);
  const isMutation = endpoint.method !== "GET" && endpoint.isRead !== true;
  try {
    authorize(ctx, request, endpoint.permission);
    requireStorable(params);
    const input = await readInput(endpoint, request);
    // Next hands over exactly the names in the route's folder, which are the names in the path.
    const typedParams = params as Record<ParamOf<Path>, string>;
    const result = await handler({ ctx, params: typedParams, ...input, request });
    const answer = result instanceof Answer ? result : new Answer(result, {});
    if (isMutation && !answer.hasChangedNothing) await requireAuditRow(ctx, endpoint.id);
    return jsonResponse(ctx, endpoint, answer);
  } catch (error) {
    if (isMutation) await recordRefusal(ctx, endpoint, params, error);
    return errorResponse(error, ctx);
  }
}

async function readInput<Query extends z.ZodType, Body extends z.ZodType>(
  endpoint: Pick<Endpoint<Query, Body>, "query" | "body" | "maxBodyBytes">,
  request: Request,
): Promise<{ query: z.output<Query>; body: z.output<Body> }> {
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const query = parseInput(endpoint.query, search);
  const raw = takesBody(endpoint.body)
    ? await readJsonBody(request, endpoint.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES)
    : undefined;
  return { query, body: parseInput(endpoint.body, raw) };
}

/** An endpoint whose body may be absent takes none: what a client sends there is not read. */
function takesBody(schema: z.ZodType | undefined): boolean {
  return schema !== undefined && !schema.safeParse(undefined).success;
}

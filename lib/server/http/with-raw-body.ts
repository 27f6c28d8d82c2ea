import { z } from "zod";
import type { Endpoint } from "@/lib/contract/endpoints/endpoint";
import type { ApiPath } from "@/lib/contract/paths";

const unread = z.undefined();

/**
 * The endpoint for a handler that reads the body itself (`readBody`), since it is too large for one event loop. All
 * else that a route checks, it still checks.
 */
export function withRawBody<
  Query extends z.ZodType,
  Body extends z.ZodType,
  Result extends z.ZodType,
  Path extends ApiPath,
>(endpoint: Endpoint<Query, Body, Result, Path>): Endpoint<Query, typeof unread, Result, Path> {
  return { ...endpoint, body: unread };
}

import type { z } from "zod";
import type { Permission } from "../../core/access/permissions";
import type { ApiPath } from "../paths";

/**
 * What one method of one path takes and gives: read by the server (`defineRoute`), the browser (`callApi`) and the
 * OpenAPI document, so that the three cannot disagree.
 */
export interface Endpoint<
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
  Path extends ApiPath = ApiPath,
> {
  id: string;
  method: "GET" | "POST" | "DELETE";
  path: Path;
  summary: string;
  permission: Permission;
  query?: Query;
  body?: Body;
  response: Response;
  /** HTTP status of success. */
  status: 200 | 201 | 202 | 204;
  /** A POST that only computes or reads, for the length of its question: it leaves nothing to audit. */
  isRead?: boolean;
  /** Largest body taken, in bytes; 1 MiB where not given. */
  maxBodyBytes?: number;
}

export const DEFAULT_MAX_BODY_BYTES = 1024 * 1024;

/** Keeps the literal types of an endpoint's schemas and of its path (its parameters' names are read from it). */
export function endpoint<
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
  Path extends ApiPath,
>(definition: Endpoint<Query, Body, Response, Path>): Endpoint<Query, Body, Response, Path> {
  return definition;
}

import type { z } from "zod";
import type { Endpoint } from "@/lib/contract/endpoint";
import { apiUrl } from "@/lib/contract/paths";
import { requestJson } from "./request-json";

type QueryValues = Record<string, string | number | boolean | undefined>;

export interface CallOptions<Query extends z.ZodType, Body extends z.ZodType> {
  /** Path parameters: `{ id }` or `{ name }`. */
  params?: { id?: string; name?: string };
  query?: z.input<Query> & QueryValues;
  body?: z.input<Body>;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Calls an endpoint and parses its answer. Throws `ApiRequestError` for every answer that is not 2xx, and for none. */
export async function callApi<Query extends z.ZodType, Body extends z.ZodType, Response extends z.ZodType>(
  endpoint: Endpoint<Query, Body, Response>,
  options: CallOptions<Query, Body> = {},
): Promise<z.output<Response>> {
  const url = apiUrl(endpoint.path, {
    params: { id: options.params?.id ?? "", name: options.params?.name ?? "" },
    query: options.query ?? {},
  });
  const answer = await requestJson(url, {
    method: endpoint.method,
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.headers === undefined ? {} : { headers: options.headers }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  return endpoint.response.parse(answer);
}

import type { z } from "zod";
import type { Endpoint } from "@/lib/contract/endpoints/endpoint";
import type { endpoints } from "@/lib/contract/endpoints";
import { apiUrl } from "@/lib/contract/paths";
import { requestJson } from "./request-json";

type Endpoints = typeof endpoints;
export type EndpointId = keyof Endpoints;
type QueryOf<Id extends EndpointId> = NonNullable<Endpoints[Id]["query"]>;
type BodyOf<Id extends EndpointId> = NonNullable<Endpoints[Id]["body"]>;
type QueryValues = Record<string, string | number | boolean | undefined>;

export interface CallOptions<Id extends EndpointId> {
  /** Path parameters: `{ id }` or `{ name }`. */
  params?: { id?: string; name?: string };
  query?: z.input<QueryOf<Id>> & QueryValues;
  body?: z.input<BodyOf<Id>>;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/**
 * Calls an endpoint and parses its answer. Throws `ApiRequestError` for every answer that is not 2xx, and for none.
 * The contract is loaded with the first call: its schemas are some 40 KiB that no first paint needs.
 */
export async function callApi<Id extends EndpointId>(
  id: Id,
  options: CallOptions<Id> = {},
): Promise<z.output<Endpoints[Id]["response"]>> {
  const contract = await import("@/lib/contract/endpoints");
  const endpoint: Endpoint = contract.endpoints[id];
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
  // The schema is that of `id`; TypeScript does not follow it through the index.
  return endpoint.response.parse(answer) as z.output<Endpoints[Id]["response"]>;
}

import type { z } from "zod";
import type { Endpoint } from "@/lib/contract/endpoints/endpoint";
import type { ApiPath } from "@/lib/contract/paths";
import { errorBody, type ErrorBody } from "@/lib/contract/error-body";
import type { ServerContext } from "../../../context";
import { handleRoute, type RouteHandler } from "../../../http/handle-route";

/** One path of the API as a script on this machine meets it: no origin, JSON in and out. */
export function scriptFor<Result extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  endpoint: Endpoint<Query, Body, Result>,
  handler: RouteHandler<Query, Body, Result, ApiPath>,
  server: () => ServerContext,
) {
  const send = async (body: unknown, headers: Record<string, string>): Promise<Response> => {
    const { port } = server().config;
    const query = endpoint.method === "GET" ? new URLSearchParams(body as Record<string, string>) : "";
    const request = new Request(`http://127.0.0.1:${port}${endpoint.path}?${query.toString()}`, {
      method: endpoint.method,
      headers: { host: `127.0.0.1:${port}`, "content-type": "application/json", ...headers },
      ...(endpoint.method === "GET" ? {} : { body: JSON.stringify(body) }),
    });
    return handleRoute(endpoint, handler, server(), request, {});
  };
  return {
    send,
    /** The answer, as the contract says. Throws what was refused. */
    ask: async (body: unknown): Promise<z.output<Result>> => {
      const response = await send(body, {});
      const answer: unknown = await response.json();
      if (!response.ok) throw new Error(JSON.stringify(answer));
      return endpoint.response.parse(answer);
    },
    /** The refusal. Throws what was answered. */
    refusal: async (body: unknown): Promise<ErrorBody["error"] & { status: number }> => {
      const response = await send(body, {});
      const answer: unknown = await response.json();
      if (response.ok) throw new Error(`It was answered: ${JSON.stringify(answer)}`);
      return { status: response.status, ...errorBody.parse(answer).error };
    },
  };
}

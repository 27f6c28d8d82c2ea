import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { DEFAULT_MAX_BODY_BYTES, type Endpoint } from "@/lib/contract/endpoints/endpoint";
import { endpoints } from "@/lib/contract/endpoints";
import { errorBody } from "@/lib/contract/error-body";
import { eventsQuery, serverEvent } from "@/lib/contract/events";
import { apiPaths, type ApiPath } from "@/lib/contract/paths";
import { statusOfCode } from "./error-response";

interface Stream {
  id: string;
  path: ApiPath;
  summary: string;
  query?: z.ZodObject;
}

/** What is not plain JSON, and so not among the endpoints. */
const streams: readonly Stream[] = [
  { id: "streamEvents", path: apiPaths.events, summary: "What changes, as it happens", query: eventsQuery },
  {
    id: "streamOperation",
    path: apiPaths.operationEvents,
    summary: "One operation's transitions, as they happen",
  },
];

/** The OpenAPI 3.1 document of the whole API, from the same schemas that requests and answers are checked against. */
export function createOpenapiDocument(): ReturnType<typeof createDocument> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  const add = (path: string, method: string, operation: ZodOpenApiOperationObject) => {
    paths[path] = { ...paths[path], [method]: operation };
  };
  const all: readonly Endpoint[] = Object.values(endpoints);
  for (const endpoint of all) add(endpoint.path, endpoint.method.toLowerCase(), toOperation(endpoint));
  for (const stream of streams) add(stream.path, "get", toStreamOperation(stream));
  add(apiPaths.openapi, "get", {
    operationId: "getOpenapi",
    summary: "This document",
    responses: {
      200: {
        description: "OK",
        content: { "application/json": { schema: z.record(z.string(), z.unknown()) } },
      },
    },
  });
  return createDocument({
    openapi: "3.1.1",
    info: {
      title: "Mooring",
      version: "1",
      description: "See, prove and change how Lambda functions reach a VPC.",
    },
    paths: paths satisfies ZodOpenApiPathsObject,
  });
}

function toOperation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { body, query, response, status, maxBodyBytes = DEFAULT_MAX_BODY_BYTES } = endpoint;
  const hasBody = body !== undefined && !(body instanceof z.ZodUndefined);
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    requestParams: toParams(endpoint.path, query),
    ...(hasBody
      ? {
          requestBody: {
            required: true,
            description: `At most ${maxBodyBytes / 1024} KiB: a larger one is 413.`,
            content: { "application/json": { schema: body } },
          },
        }
      : {}),
    responses: {
      [status]:
        status === 204
          ? { description: "No content" }
          : { description: "OK", content: { "application/json": { schema: response } } },
      ...errorResponses,
    },
  };
}

function toStreamOperation({ id, path, summary, query }: Stream): ZodOpenApiOperationObject {
  const lastEventId = z.string().optional().meta({ description: "The id after which to go on" });
  return {
    operationId: id,
    summary,
    requestParams: { ...toParams(path, query), header: z.object({ "Last-Event-ID": lastEventId }) },
    responses: {
      200: {
        description: "Server-Sent Events; the data of each is this schema as JSON",
        content: { "text/event-stream": { schema: serverEvent } },
      },
      ...errorResponses,
    },
  };
}

function toParams(path: string, query: z.ZodType | undefined) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  const pathParams = z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
  const hasQuery = query instanceof z.ZodObject && Object.keys(query.shape).length > 0;
  return { ...(names.length > 0 ? { path: pathParams } : {}), ...(hasQuery ? { query } : {}) };
}

/** One answer per status, with the codes that lead to it. */
const errorResponses = Object.fromEntries(
  [...new Set(Object.values(statusOfCode))].map((status) => {
    const codes = Object.entries(statusOfCode).flatMap(([code, own]) => (own === status ? [code] : []));
    return [
      status,
      { description: codes.join(", "), content: { "application/json": { schema: errorBody } } },
    ];
  }),
);

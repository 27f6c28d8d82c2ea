import { eventStreamResponse } from "@/lib/server/events/event-stream-response";
import { defineRawRoute } from "@/lib/server/http/define-raw-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { parseTopics } from "@/lib/server/http/request/parse-topics";

export const GET = defineRawRoute(["operations:read", "snapshots:read"], ({ ctx, query, request }) =>
  eventStreamResponse(ctx, request, { topics: parseTopics(query.get("topics")) }),
);

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

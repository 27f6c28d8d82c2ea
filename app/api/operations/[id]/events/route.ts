import { eventStreamResponse } from "@/lib/server/events/event-stream-response";
import { defineRawRoute } from "@/lib/server/http/define-raw-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { getOperation } from "@/lib/server/services/operations/get-operation";

export const GET = defineRawRoute(["operations:read"], async ({ ctx, params, request }) => {
  const { id } = await getOperation(ctx, params["id"] ?? "");
  return eventStreamResponse(ctx, request, { topics: ["operations"], subjectId: id, isReplayed: true });
});

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

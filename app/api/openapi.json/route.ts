import { defineRawRoute } from "@/lib/server/http/define-raw-route";
import { createOpenapiDocument } from "@/lib/server/http/openapi";

export const GET = defineRawRoute(["health:read"], () =>
  Response.json(createOpenapiDocument(), { headers: { "cache-control": "no-store" } }),
);

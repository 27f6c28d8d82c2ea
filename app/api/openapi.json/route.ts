import { defineRawRoute } from "@/lib/server/http/define-raw-route";
import { createOpenapiDocument } from "@/lib/server/http/openapi";
import { refuseMethods } from "@/lib/server/http/refuse-methods";

export const GET = defineRawRoute(["health:read"], () =>
  Response.json(createOpenapiDocument(), { headers: { "cache-control": "no-store" } }),
);

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

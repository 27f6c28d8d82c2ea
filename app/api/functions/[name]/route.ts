import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { getFunction } from "@/lib/server/services/functions/get-function";

export const GET = defineRoute(endpoints.getFunction, ({ ctx, params, query }) =>
  getFunction({ ctx, input: { ...query, name: params.name } }),
);

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

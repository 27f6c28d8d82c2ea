import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { listFunctions } from "@/lib/server/services/functions/list-functions";

export const GET = defineRoute(endpoints.listFunctions, ({ ctx, query }) =>
  listFunctions({ ctx, input: query }),
);

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { listFunctions } from "@/lib/server/services/functions/list-functions";

export const GET = defineRoute(endpoints.listFunctions, ({ ctx, query }) =>
  listFunctions({ ctx, input: query }),
);

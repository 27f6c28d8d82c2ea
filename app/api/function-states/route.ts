import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { readFunctionStates } from "@/lib/server/services/functions/states/read-function-states";

export const POST = defineRoute(endpoints.readFunctionStates, ({ ctx, body }) =>
  readFunctionStates(ctx, body),
);

export const { GET, PUT, PATCH, DELETE } = refuseMethods("POST");

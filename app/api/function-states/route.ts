import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { respond } from "@/lib/server/http/respond";
import { readFunctionStates } from "@/lib/server/services/functions/states/read-function-states";

export const POST = defineRoute(endpoints.readFunctionStates, async ({ ctx, body }) =>
  // A reading of AWS, as a GET is; it is a POST for the length of its list.
  respond(await readFunctionStates(ctx, body), { hasChangedNothing: true }),
);

export const { GET, PUT, PATCH, DELETE } = refuseMethods("POST");

import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { evaluateReachability } from "@/lib/server/services/reachability/evaluate-reachability";

export const POST = defineRoute(endpoints.evaluateReachability, ({ ctx, body }) =>
  evaluateReachability({ ctx, input: body }),
);

export const { GET, PUT, PATCH, DELETE } = refuseMethods("POST");

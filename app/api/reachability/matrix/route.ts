import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { evaluateReachabilityMatrix } from "@/lib/server/services/reachability/evaluate-reachability-matrix";

export const POST = defineRoute(endpoints.evaluateReachabilityMatrix, ({ ctx, body }) =>
  evaluateReachabilityMatrix({ ctx, input: body }),
);

export const { GET, PUT, PATCH, DELETE } = refuseMethods("POST");

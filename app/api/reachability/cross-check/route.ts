import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { crossCheck } from "@/lib/server/services/reachability/cross-check/cross-check";

export const POST = defineRoute(endpoints.crossCheck, ({ ctx, body }) => crossCheck({ ctx, input: body }));

export const { GET, PUT, PATCH, DELETE } = refuseMethods("POST");

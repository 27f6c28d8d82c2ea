import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { getPlan } from "@/lib/server/services/plans/get-plan";

export const GET = defineRoute(endpoints.getPlan, ({ ctx, params }) => getPlan(ctx, params.id));

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

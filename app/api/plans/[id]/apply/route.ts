import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { applyPlan } from "@/lib/server/services/plans/apply-plan";

export const POST = defineRoute(endpoints.applyPlan, ({ ctx, params, body }) =>
  applyPlan(ctx, { ...params, ...body }),
);

export const { GET, PUT, PATCH, DELETE } = refuseMethods("POST");

import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { exportPlan } from "@/lib/server/services/plans/export-plan";

export const GET = defineRoute(endpoints.exportPlan, ({ ctx, params, query }) =>
  exportPlan(ctx, { ...params, ...query }),
);

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

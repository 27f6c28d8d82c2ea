import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { respond } from "@/lib/server/http/respond";
import { createPlan } from "@/lib/server/services/plans/create-plan";
import { listPlans } from "@/lib/server/services/plans/list-plans";

export const GET = defineRoute(endpoints.listPlans, ({ ctx, query }) => listPlans(ctx, query));

export const POST = defineRoute(endpoints.createPlan, async ({ ctx, body }) =>
  respond(await createPlan(ctx, body), { hasChangedNothing: body.preview === true }),
);

export const { PUT, PATCH, DELETE } = refuseMethods("GET", "POST");

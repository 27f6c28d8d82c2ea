import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { getPlan } from "@/lib/server/services/plans/get-plan";

export const GET = defineRoute(endpoints.getPlan, ({ ctx, params }) => getPlan(ctx, params.id));

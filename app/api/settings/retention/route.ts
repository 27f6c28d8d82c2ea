import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { getRetention } from "@/lib/server/services/snapshots/retention/get-retention";
import { setRetention } from "@/lib/server/services/snapshots/retention/set-retention";

export const GET = defineRoute(endpoints.getRetention, ({ ctx }) => getRetention(ctx));

export const POST = defineRoute(endpoints.setRetention, ({ ctx, body }) => setRetention(ctx, body));

export const { PUT, PATCH, DELETE } = refuseMethods("GET", "POST");

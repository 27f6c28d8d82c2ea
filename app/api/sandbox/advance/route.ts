import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { advanceSandbox } from "@/lib/server/services/sandbox/advance-sandbox";

export const POST = defineRoute(endpoints.advanceSandbox, ({ ctx, body }) => advanceSandbox(ctx, body));

export const { GET, PUT, PATCH, DELETE } = refuseMethods("POST");

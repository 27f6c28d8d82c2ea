import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { getHealth } from "@/lib/server/services/health/get-health";

export const GET = defineRoute(endpoints.getHealth, ({ ctx }) => getHealth(ctx));

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

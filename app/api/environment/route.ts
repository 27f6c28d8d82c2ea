import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { getEnvironment } from "@/lib/server/services/environment/get-environment";

export const GET = defineRoute(endpoints.getEnvironment, ({ ctx }) => getEnvironment(ctx));

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { getEnvironment } from "@/lib/server/services/environment/get-environment";

export const GET = defineRoute(endpoints.getEnvironment, ({ ctx }) => getEnvironment(ctx));

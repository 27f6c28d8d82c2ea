import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { listWays } from "@/lib/server/services/reachability/list-ways";

export const GET = defineRoute(endpoints.listWays, ({ ctx, query }) => listWays({ ctx, input: query }));

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { listTargets } from "@/lib/server/services/reachability/targets/list-targets";

export const GET = defineRoute(endpoints.listTargets, ({ ctx, query }) => listTargets({ ctx, input: query }));

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

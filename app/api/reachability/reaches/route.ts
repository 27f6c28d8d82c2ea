import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { listReaches } from "@/lib/server/services/reachability/list-reaches";

export const GET = defineRoute(endpoints.listReaches, ({ ctx, query }) => listReaches({ ctx, input: query }));

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { getTopology } from "@/lib/server/services/topology/get-topology";

export const GET = defineRoute(endpoints.getTopology, ({ ctx, query }) => getTopology({ ctx, input: query }));

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

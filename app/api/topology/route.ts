import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { getTopology } from "@/lib/server/services/topology/get-topology";

export const GET = defineRoute(endpoints.getTopology, ({ ctx, query }) => getTopology({ ctx, input: query }));

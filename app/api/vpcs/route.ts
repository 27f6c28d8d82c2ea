import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { listVpcs } from "@/lib/server/services/vpcs/list-vpcs";

export const GET = defineRoute(endpoints.listVpcs, ({ ctx, query }) => listVpcs({ ctx, input: query }));

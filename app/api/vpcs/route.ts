import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { listVpcs } from "@/lib/server/services/vpcs/list-vpcs";

export const GET = defineRoute(endpoints.listVpcs, ({ ctx, query }) => listVpcs({ ctx, input: query }));

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { getVpc } from "@/lib/server/services/vpcs/get-vpc";

export const GET = defineRoute(endpoints.getVpc, ({ ctx, params, query }) =>
  getVpc({ ctx, input: { ...query, vpcId: params.id } }),
);

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { getVpc } from "@/lib/server/services/vpcs/get-vpc";

export const GET = defineRoute(endpoints.getVpc, ({ ctx, params, query }) =>
  getVpc({ ctx, input: { ...query, vpcId: params.id } }),
);

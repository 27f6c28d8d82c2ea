import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { listVpcSecurityGroups } from "@/lib/server/services/vpcs/list-vpc-security-groups";

export const GET = defineRoute(endpoints.listVpcSecurityGroups, ({ ctx, params }) =>
  listVpcSecurityGroups({ ctx, input: { vpcId: params.id } }),
);

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

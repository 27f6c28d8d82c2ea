import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { listRoles } from "@/lib/server/services/roles/list-roles";

export const GET = defineRoute(endpoints.listRoles, ({ ctx }) => listRoles(ctx));

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

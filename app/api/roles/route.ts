import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { listRoles } from "@/lib/server/services/roles/list-roles";

export const GET = defineRoute(endpoints.listRoles, ({ ctx }) => listRoles(ctx));

import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { listAudit } from "@/lib/server/services/audit/list-audit";

export const GET = defineRoute(endpoints.listAudit, ({ ctx, query }) => listAudit(ctx, query));

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

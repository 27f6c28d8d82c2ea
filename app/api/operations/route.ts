import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { listOperations } from "@/lib/server/services/operations/list-operations";

export const GET = defineRoute(endpoints.listOperations, ({ ctx, query }) => listOperations(ctx, query));

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { getOperation } from "@/lib/server/services/operations/get-operation";

export const GET = defineRoute(endpoints.getOperation, ({ ctx, params }) => getOperation(ctx, params.id));

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

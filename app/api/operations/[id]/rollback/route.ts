import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { rollbackOperation } from "@/lib/server/services/operations/rollback-operation";

export const POST = defineRoute(endpoints.rollbackOperation, ({ ctx, params }) =>
  rollbackOperation(ctx, params.id),
);

export const { GET, PUT, PATCH, DELETE } = refuseMethods("POST");

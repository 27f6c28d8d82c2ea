import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { rollbackOperation } from "@/lib/server/services/operations/rollback-operation";

export const POST = defineRoute(endpoints.rollbackOperation, ({ ctx, params }) =>
  rollbackOperation(ctx, params.id),
);

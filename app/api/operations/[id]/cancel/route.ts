import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { cancelOperation } from "@/lib/server/services/operations/cancel-operation";

export const POST = defineRoute(endpoints.cancelOperation, ({ ctx, params }) =>
  cancelOperation(ctx, params.id),
);

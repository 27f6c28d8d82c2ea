import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { cancelOperation } from "@/lib/server/services/operations/cancel-operation";

export const POST = defineRoute(endpoints.cancelOperation, ({ ctx, params }) =>
  cancelOperation(ctx, params.id),
);

export const { GET, PUT, PATCH, DELETE } = refuseMethods("POST");

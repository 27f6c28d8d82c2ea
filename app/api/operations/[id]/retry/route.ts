import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { retryOperation } from "@/lib/server/services/operations/retry-operation";

export const POST = defineRoute(endpoints.retryOperation, ({ ctx, params }) =>
  retryOperation(ctx, params.id),
);

export const { GET, PUT, PATCH, DELETE } = refuseMethods("POST");

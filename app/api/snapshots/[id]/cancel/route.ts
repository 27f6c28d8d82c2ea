import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { cancelSnapshot } from "@/lib/server/services/snapshots/cancel-snapshot";

export const POST = defineRoute(endpoints.cancelSnapshot, ({ ctx, params }) =>
  cancelSnapshot(ctx, params.id),
);

export const { GET, PUT, PATCH, DELETE } = refuseMethods("POST");

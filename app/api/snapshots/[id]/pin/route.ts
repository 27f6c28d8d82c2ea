import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { pinSnapshot } from "@/lib/server/services/snapshots/pin-snapshot";

export const POST = defineRoute(endpoints.pinSnapshot, ({ ctx, params, body }) =>
  pinSnapshot(ctx, { id: params.id, ...body }),
);

export const { GET, PUT, PATCH, DELETE } = refuseMethods("POST");

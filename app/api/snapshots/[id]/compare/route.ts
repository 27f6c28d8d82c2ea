import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { compareSnapshots } from "@/lib/server/services/snapshots/compare/compare-snapshots";

export const GET = defineRoute(endpoints.compareSnapshots, ({ ctx, params, query }) =>
  compareSnapshots(ctx, { id: params.id, query }),
);

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

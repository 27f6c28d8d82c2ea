import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { compareVerdicts } from "@/lib/server/services/snapshots/compare/compare-verdicts";

export const GET = defineRoute(endpoints.compareVerdicts, ({ ctx, params, query }) =>
  compareVerdicts(ctx, { id: params.id, query }),
);

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

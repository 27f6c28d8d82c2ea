import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { previewRetention } from "@/lib/server/services/snapshots/retention/preview-retention";

export const GET = defineRoute(endpoints.previewRetention, ({ ctx, query }) => previewRetention(ctx, query));

export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET");

import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { listReachedBy } from "@/lib/server/services/reachability/list-reached-by";

export const POST = defineRoute(endpoints.listReachedBy, ({ ctx, body }) =>
  listReachedBy({ ctx, input: body }),
);

export const { GET, PUT, PATCH, DELETE } = refuseMethods("POST");

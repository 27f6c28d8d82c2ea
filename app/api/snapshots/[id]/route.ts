import { endpoints } from "@/lib/contract/endpoints";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { deleteSnapshot } from "@/lib/server/services/snapshots/delete-snapshot";
import { getSnapshot } from "@/lib/server/services/snapshots/get-snapshot";

export const GET = defineRoute(endpoints.getSnapshot, ({ ctx, params }) => getSnapshot(ctx, params.id));

export const DELETE = defineRoute(endpoints.deleteSnapshot, async ({ ctx, params }) => {
  await deleteSnapshot(ctx, params.id);
  return undefined;
});

export const { POST, PUT, PATCH } = refuseMethods("GET", "DELETE");

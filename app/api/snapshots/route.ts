import { endpoints } from "@/lib/contract/endpoints";
import { MAX_IMPORT_BYTES } from "@/lib/contract/limits";
import { defineRoute } from "@/lib/server/http/define-route";
import { refuseMethods } from "@/lib/server/http/refuse-methods";
import { readBody } from "@/lib/server/http/request/read-body";
import { respond } from "@/lib/server/http/respond";
import { withRawBody } from "@/lib/server/http/with-raw-body";
import { createSnapshot } from "@/lib/server/services/snapshots/create-snapshot";
import { listSnapshots } from "@/lib/server/services/snapshots/list-snapshots";

export const GET = defineRoute(endpoints.listSnapshots, ({ ctx }) => listSnapshots(ctx));

export const POST = defineRoute(withRawBody(endpoints.createSnapshot), async ({ ctx, request }) => {
  const isAsync = /\brespond-async\b/i.test(request.headers.get("prefer") ?? "");
  const length = request.headers.get("content-length");
  const snapshot = await createSnapshot(ctx, {
    body: readBody(request, MAX_IMPORT_BYTES),
    ...(length === null ? {} : { bodyBytes: Number(length) }),
    isAsync,
  });
  return respond(snapshot, { status: isAsync ? 202 : 201 });
});

export const { PUT, PATCH, DELETE } = refuseMethods("GET", "POST");

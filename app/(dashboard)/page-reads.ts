import { headers } from "next/headers";
import type { PageRead } from "@/components/layout/provider/prefetched";
import { auditQuery } from "@/lib/client/queries/audit";
import { environmentQuery } from "@/lib/client/queries/environment";
import { functionListQuery, functionQuery, type OfSnapshot } from "@/lib/client/queries/functions";
import { operationListQuery, operationQuery } from "@/lib/client/queries/operations";
import { snapshotListQuery, snapshotQuery } from "@/lib/client/queries/snapshots";
import type { Permission } from "@/lib/core/access/permissions";
import { readForPage } from "@/lib/server/http/read-for-page";
import { listAudit } from "@/lib/server/services/audit/list-audit";
import { getEnvironment } from "@/lib/server/services/environment/get-environment";
import { getFunction } from "@/lib/server/services/functions/get-function";
import { listFewFunctions } from "@/lib/server/services/functions/list-few-functions";
import { getOperation } from "@/lib/server/services/operations/get-operation";
import { listOperations } from "@/lib/server/services/operations/list-operations";
import { getSnapshot } from "@/lib/server/services/snapshots/get-snapshot";
import { listSnapshots } from "@/lib/server/services/snapshots/list-snapshots";

/** A way to read that opens the door for one permission. */
function reader(permission: Permission) {
  return async <Value>(read: Parameters<typeof readForPage<Value>>[2]) =>
    readForPage(await headers(), permission, read);
}

const health = reader("health:read");
const snapshots = reader("snapshots:read");
const functions = reader("functions:read");
const operations = reader("operations:read");
const audit = reader("audit:read");

/** What each query holds when a page is first drawn: the browser's keys, the server's services. */
export const pageReads = {
  environment: (): PageRead => (client) =>
    client.query({ ...environmentQuery(), queryFn: () => health(getEnvironment) }),
  snapshots: (): PageRead => (client) =>
    client.query({ ...snapshotListQuery(), queryFn: () => snapshots(listSnapshots) }),
  snapshot:
    (id: string): PageRead =>
    (client) =>
      client.query({ ...snapshotQuery(id), queryFn: () => snapshots((ctx) => getSnapshot(ctx, id)) }),
  functions:
    (of: OfSnapshot): PageRead =>
    (client) =>
      client.query({
        ...functionListQuery(of),
        queryFn: () => functions((ctx) => listFewFunctions(ctx, of.snapshotId)),
      }),
  function:
    (name: string, of: OfSnapshot): PageRead =>
    (client) =>
      client.query({
        ...functionQuery(name, of),
        queryFn: () => functions((ctx) => getFunction({ ctx, input: { ...of, name } })),
      }),
  operations:
    (functionName?: string): PageRead =>
    (client) =>
      client.query({
        ...operationListQuery(functionName),
        queryFn: () => operations((ctx) => listOperations(ctx, { functionName, limit: 200 })),
      }),
  operation:
    (id: string): PageRead =>
    (client) =>
      client.query({
        ...operationQuery(id),
        queryFn: () => operations((ctx) => getOperation(ctx, id)),
      }),
  audit: (): PageRead => (client) =>
    client.infiniteQuery({
      ...auditQuery(),
      queryFn: () => audit((ctx) => listAudit(ctx, { limit: 100 })),
    }),
};

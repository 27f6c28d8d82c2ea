import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { writeAudit } from "../audit/write-audit";
import type { ServerContext } from "../context";
import type { Transaction } from "../store/database";
import { insertSnapshot, listCollecting } from "../store/snapshot-store/snapshot-rows";
import { publishSnapshot } from "./publish-snapshot";
import type { CollectionJob } from "./run-collection";

export interface CollectionRequest {
  regions: readonly string[];
  /** Those of the configuration where not given; for a refresh, those that its base holds. */
  accountIds?: readonly string[] | undefined;
  /** All where not given. */
  scope?: CollectionJob["scope"];
  /** For a refresh: what all else is taken from; the newest live snapshot where not given. */
  baseId?: string;
  actor: string;
  correlationId: string;
}

/** Begins a live snapshot, or joins one: a refresh of regions that are being read now would tell nothing new. */
export async function requestCollection(
  ctx: ServerContext,
  request: CollectionRequest,
): Promise<SnapshotSummary> {
  return ctx.database.transaction(async (tx) => {
    const joined = request.scope === "changing" ? await findRunning(ctx, tx, request) : undefined;
    if (joined === undefined) return beginCollection(ctx, tx, request);
    await audit(tx, request, joined.id, { joined: true });
    return publishSnapshot(ctx, tx, joined);
  });
}

/** Its row, its job, its audit row and its event, or none of them. */
export async function beginCollection(
  ctx: ServerContext,
  tx: Transaction,
  request: CollectionRequest,
): Promise<SnapshotSummary> {
  const { scope = "all", baseId } = request;
  const regions = [...new Set(request.regions)];
  const accountIds = toAccountIds(ctx, request);
  const id = ctx.ids.uuid();
  const now = ctx.clock.now();
  const row = await insertSnapshot(tx, {
    id,
    name: toName(regions, accountIds),
    source: "live",
    status: "collecting",
    scope,
    capturedAt: now,
    createdAt: now,
    accounts: accountIds ?? [],
    regions,
    progress: { callsDone: 0, callsTotal: 0, items: 0 },
  });
  const job: CollectionJob = {
    snapshotId: id,
    regions,
    scope,
    ...(accountIds === undefined ? {} : { accountIds }),
    ...(baseId === undefined ? {} : { baseId }),
  };
  await ctx.jobs.send("collect", job, { singletonKey: id, tx });
  await audit(tx, request, id, {
    regions,
    ...(accountIds === undefined ? {} : { accountIds }),
    ...(scope === "all" ? {} : { scope }),
  });
  return publishSnapshot(ctx, tx, row);
}

/** The accounts of a live snapshot that is read again as a whole; undefined for one, which may be named anew. */
export function toUsualAccounts({ accounts }: Pick<SnapshotSummary, "accounts">): string[] | undefined {
  return accounts.length > 1 ? accounts : undefined;
}

/** Undefined for the caller's own account, or what the base of a refresh holds. */
function toAccountIds(
  { config }: Pick<ServerContext, "config">,
  { accountIds = [], scope }: CollectionRequest,
): string[] | undefined {
  const named = accountIds.length > 0 || scope === "changing" ? accountIds : config.accountIds;
  return named.length === 0 ? undefined : [...new Set(named)];
}

function toName(regions: readonly string[], accountIds: readonly string[] = []): string {
  const name = `Live ${regions.join(", ")}`;
  if (accountIds.length === 0) return name;
  return accountIds.length === 1
    ? `${name} of ${accountIds.join("")}`
    : `${name} of ${String(accountIds.length)} accounts`;
}

async function findRunning(
  ctx: ServerContext,
  tx: Transaction,
  { regions, accountIds = [] }: CollectionRequest,
) {
  const running = await listCollecting(tx, "live", new Date(ctx.clock.now().getTime() + 1));
  return running.find(
    (row) =>
      regions.every((region) => row.regions.includes(region)) &&
      accountIds.every((accountId) => row.accounts.includes(accountId)),
  );
}

async function audit(
  tx: Transaction,
  { actor, correlationId }: CollectionRequest,
  resource: string,
  detail: Record<string, unknown>,
): Promise<void> {
  await writeAudit(tx, {
    actor,
    action: "snapshot.collect",
    resource,
    outcome: "succeeded",
    correlationId,
    detail,
  });
}

import type { CreateSnapshotInput, SnapshotSummary } from "@/lib/contract/snapshots";
import { getCallerIdentity } from "../../aws/sts";
import { requestCollection } from "../../collector/request-collection";
import type { RequestContext } from "../../context";
import { ApiError } from "../../http/api-error";
import { findNewestLive } from "../../store/snapshot-store/snapshot-rows";
import { awaitSnapshot } from "./await-snapshot";
import { toSnapshotFailure } from "./snapshot-failure";

type LiveInput = Extract<CreateSnapshotInput, { source: "live" }>;

/**
 * Reads AWS into a new snapshot: all of it, or only what can change soon. Throws ApiError: `invalid_request` for an account other than the caller's, and what
 * stopped the reading where AWS could not be reached at all.
 */
export async function collectSnapshot(
  ctx: RequestContext,
  input: LiveInput,
  isAsync: boolean,
): Promise<SnapshotSummary> {
  await requireOwnAccount(ctx, input.accountIds);
  const scope = input.scope ?? "all";
  const snapshot = await requestCollection(ctx, {
    regions: input.regions ?? (await usualRegions(ctx, scope)),
    scope,
    actor: ctx.actor.id,
    correlationId: ctx.correlationId,
  });
  if (isAsync) return snapshot;
  const ended = await awaitSnapshot(ctx, snapshot.id);
  if (ended.status === "failed") throw toSnapshotFailure(ended);
  return ended;
}

/** A refresh is of what the newest snapshot holds. */
async function usualRegions(ctx: RequestContext, scope: "all" | "changing"): Promise<readonly string[]> {
  const known = scope === "changing" ? await findNewestLive(ctx.database.db) : undefined;
  return known?.regions ?? [ctx.config.region];
}

async function requireOwnAccount(ctx: RequestContext, accountIds: readonly string[] = []): Promise<void> {
  if (accountIds.length === 0) return;
  const { Account } = await getCallerIdentity({ aws: ctx.aws, signal: ctx.signal });
  const index = accountIds.findIndex((accountId) => accountId !== Account);
  if (index === -1) return;
  throw new ApiError(
    "invalid_request",
    `accountIds[${String(index)}] is ${accountIds[index] ?? ""}, but the credentials are of account ${Account ?? "?"}: Mooring reads that one only.`,
    {
      field: `accountIds[${String(index)}]`,
      nextStep: "Leave accountIds out, or start Mooring with credentials of that account.",
    },
  );
}

import type { CreateSnapshotInput, SnapshotSummary } from "@/lib/contract/snapshots";
import { findOwnAccount } from "../../aws/accounts/find-own-account";
import { requestCollection, toUsualAccounts } from "../../collector/request-collection";
import type { RequestContext } from "../../context";
import { ApiError } from "../../http/api-error";
import { findNewestLive } from "../../store/snapshot-store/snapshot-rows";
import { awaitSnapshot } from "./await-snapshot";
import { toSnapshotFailure } from "./snapshot-failure";

type LiveInput = Extract<CreateSnapshotInput, { source: "live" }>;

/**
 * Reads AWS into a new snapshot: all of it, or only what can change soon. Throws ApiError: `invalid_request` for an
 * account that nothing says how to enter, and what stopped the reading where AWS could not be reached at all.
 */
export async function collectSnapshot(
  ctx: RequestContext,
  input: LiveInput,
  isAsync: boolean,
): Promise<SnapshotSummary> {
  await requireEnterable(ctx, input.accountIds);
  const scope = input.scope ?? "all";
  const usual = await usualPlaces(ctx, scope);
  const snapshot = await requestCollection(ctx, {
    regions: input.regions ?? usual.regions,
    accountIds: input.accountIds ?? usual.accountIds,
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
async function usualPlaces(
  { database, config }: RequestContext,
  scope: "all" | "changing",
): Promise<{ regions: readonly string[]; accountIds?: readonly string[] | undefined }> {
  const known = scope === "changing" ? await findNewestLive(database.db) : undefined;
  if (known === undefined) return { regions: config.regions };
  return { regions: known.regions, accountIds: toUsualAccounts(known) };
}

async function requireEnterable(ctx: RequestContext, accountIds: readonly string[] = []): Promise<void> {
  if (accountIds.length === 0 || ctx.config.readRole !== null) return;
  const own = await findOwnAccount({ aws: ctx.aws, signal: ctx.signal });
  const index = accountIds.findIndex((accountId) => accountId !== own);
  if (index === -1) return;
  const field = `accountIds[${String(index)}]`;
  throw new ApiError(
    "invalid_request",
    `${field} is ${accountIds[index] ?? ""}, but the credentials are of account ${own ?? "?"}, and MOORING_READ_ROLE_NAME names no role to enter others by.`,
    {
      field,
      nextStep:
        "Start Mooring with MOORING_READ_ROLE_NAME set to a role that each account has, or leave accountIds out.",
    },
  );
}

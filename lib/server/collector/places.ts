import { toAwsFailure } from "../aws/errors/aws-failure";
import { findOwnAccount } from "../aws/accounts/find-own-account";
import type { ServerContext } from "../context";
import type { StoredCapture } from "../store/snapshot-store/load-captures";

/** An account and region that is read as one capture. */
export interface Place {
  /** Null for the caller's own account where its id is not known. */
  accountId: string | null;
  region: string;
  /** Read with the caller's own credentials, not by a role. */
  isOwn: boolean;
}

/** How the reader is told of a place. */
export function toReaderPlace({ accountId, region, isOwn }: Place): { region: string; accountId?: string } {
  return { region, ...(isOwn || accountId === null ? {} : { accountId }) };
}

/** Each of these accounts in each of these regions; the caller's own where no account is named. */
export async function listPlaces(
  ctx: Pick<ServerContext, "aws">,
  { accountIds = [], regions }: { accountIds?: readonly string[] | undefined; regions: readonly string[] },
  signal: AbortSignal,
): Promise<Place[]> {
  if (accountIds.length === 0) return regions.map((region) => ({ accountId: null, region, isOwn: true }));
  const own = await findOwn(ctx, signal);
  return accountIds.flatMap((accountId) =>
    regions.map((region) => ({ accountId, region, isOwn: accountId === own })),
  );
}

/** Where what a capture holds can be read again. Rejects with the SDK's error. */
export async function findPlace(
  ctx: Pick<ServerContext, "aws">,
  { accountId, region }: StoredCapture,
  signal: AbortSignal | undefined,
): Promise<Place> {
  const own = await findOwnAccount({ aws: ctx.aws, signal });
  const isOwn = accountId === null || own === undefined || accountId === own;
  return { accountId, region: region ?? ctx.aws.region, isOwn };
}

/** Where AWS does not accept the credentials, it accepts them for no role either, and every place says so. */
async function findOwn(ctx: Pick<ServerContext, "aws">, signal: AbortSignal): Promise<string | undefined> {
  try {
    return await findOwnAccount({ aws: ctx.aws, signal });
  } catch (error) {
    signal.throwIfAborted();
    if (toAwsFailure(error).kind === "credentials") return undefined;
    throw error;
  }
}

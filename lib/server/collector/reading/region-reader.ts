import type { ResourceKey } from "@/lib/core/network/resources";
import type { CoverageEntry } from "@/lib/core/network/snapshot";
import { getCallerIdentity } from "../../aws/sts";
import type { AwsClients } from "../../aws/aws-clients";
import { encodeChunks, type EncodedChunk } from "../../store/snapshot-store/encode-chunks";
import type { CallOutcome } from "./call-outcome";
import { enterAccount } from "./enter-account";
import { failAllCalls, findOutage, readRegion, type RegionPlan } from "./read-region";
import { startReading, type CollectProgress, type Reading } from "./reading";

/** What is to be read. Plain data: it may go to another thread. */
export interface RegionRequest extends RegionPlan {
  /** Another account, entered by its role; the caller's own where not given. */
  accountId?: string | undefined;
  region: string;
  /** How much of AWS's request rates it may use; half where not given. */
  share?: number | undefined;
}

export interface RegionFollower {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: CollectProgress) => void) | undefined;
  /** Told of each call as soon as it was read to its end; where it rejects, the reading stops and rejects so too. */
  onCall(call: ReadCall): Promise<void>;
}

/** One call that was read, or that failed, ready to be stored. */
export interface ReadCall {
  resourceKey: ResourceKey;
  coverage: CoverageEntry;
  /** Undefined where nothing may be said about the key. */
  chunks: EncodedChunk[] | undefined;
  /** The SDK's error behind a `failed`. */
  error?: unknown;
}

/** What the calls of a region have in common. */
export interface RegionRead {
  /** Of the caller's own account asked for only where all of the region is read. */
  accountId: string | null;
  /** In the order of the tables of calls. */
  coverage: CoverageEntry[];
  /** The error where no call could be made at all, for want of credentials, of a role or of a connection. */
  outage?: unknown;
}

/** Reads regions of the caller's account, and of others by their role. */
export interface RegionReader {
  /** Rejects only with the signal's reason, with what `onCall` rejects with, or where the reader itself breaks. */
  read(request: RegionRequest, follower: RegionFollower): Promise<RegionRead>;
  stop(): Promise<void>;
}

/** A reader in the thread that asks: the SDK's parsing holds its event loop (`reading-thread.ts` keeps it free). */
export function createRegionReader(options: { aws: AwsClients; clock: { now(): Date } }): RegionReader {
  return {
    read: async (request, follower) => {
      const broken = new AbortController();
      const signals = follower.signal === undefined ? [] : [follower.signal];
      const signal = AbortSignal.any([broken.signal, ...signals]);
      const { accountId, region, share } = request;
      const read = (aws: AwsClients) => {
        const { onProgress } = follower;
        const reading = startReading({ ...options, aws, region, share, signal, onProgress });
        return readAll(reading, request, (call) => follower.onCall(call));
      };
      try {
        if (accountId === undefined) return await read(options.aws);
        const entered = await enterAccount({ aws: options.aws, signal }, accountId);
        if ("error" in entered) return await refuseRegion(request, entered.error, follower);
        try {
          return await read(entered.aws);
        } finally {
          entered.aws.destroy();
        }
      } catch (error) {
        broken.abort(error);
        throw error;
      }
    },
    stop: () => Promise.resolve(),
  };
}

async function readAll(
  reading: Reading,
  plan: RegionPlan,
  onCall: RegionFollower["onCall"],
): Promise<RegionRead> {
  const [accountId, outcomes] = await Promise.all([
    reading.aws.accountId ?? (plan.keys === undefined ? readAccountId(reading) : null),
    readRegion(reading, plan, async (outcome) => onCall(await toReadCall(outcome))),
  ]);
  const outage = findOutage(outcomes);
  return {
    accountId: accountId ?? accountOfFunctions(outcomes),
    coverage: outcomes.map(({ coverage }) => coverage),
    ...(outage === undefined ? {} : { outage }),
  };
}

async function toReadCall({ items, ...outcome }: CallOutcome): Promise<ReadCall> {
  if (items === undefined) return { ...outcome, chunks: undefined };
  const chunks: EncodedChunk[] = [];
  for await (const chunk of encodeChunks(items)) chunks.push(chunk);
  return { ...outcome, chunks };
}

/** Nothing could be asked: every call is a gap for the one reason. */
async function refuseRegion(
  { accountId, keys }: RegionRequest,
  error: unknown,
  follower: Pick<RegionFollower, "onCall">,
): Promise<RegionRead> {
  const outcomes = failAllCalls(keys, error);
  for (const outcome of outcomes) await follower.onCall(await toReadCall(outcome));
  return {
    accountId: accountId ?? null,
    coverage: outcomes.map(({ coverage }) => coverage),
    outage: error,
  };
}

async function readAccountId({ aws, signal }: Reading): Promise<string | null> {
  try {
    const { Account } = await getCallerIdentity({ aws, signal });
    return Account ?? null;
  } catch {
    // Whose account it is can be read from its functions too; why no call succeeds, the calls themselves say.
    signal?.throwIfAborted();
    return null;
  }
}

/** A function's ARN names the account that owns it; a VPC may be another account's, shared. */
function accountOfFunctions(outcomes: readonly CallOutcome[]): string | null {
  const functions = outcomes.find(({ resourceKey }) => resourceKey === "Functions")?.items ?? [];
  for (const fn of functions) {
    const arn: unknown = Reflect.get(fn, "FunctionArn");
    if (typeof arn === "string") return arn.split(":")[4] ?? null;
  }
  return null;
}

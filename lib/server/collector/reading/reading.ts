import { setMaxListeners } from "node:events";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import type { CallEffort } from "@/lib/core/network/snapshot";
import type { AwsClients } from "../../aws/aws-clients";
import { readAllPages, type Page } from "../../aws/paginate";
import { HALF } from "../../aws/pacing/pacer";
import { startCallRecord, toEffort, type CallRecord } from "./call-record";
import { limitConcurrency } from "./limit-concurrency";
import { sendPaced } from "./send-paced";

export type CollectProgress = NonNullable<SnapshotSummary["progress"]>;

export interface ReadingOptions {
  aws: AwsClients;
  region: string;
  clock: { now(): Date };
  /** How much of AWS's request rates it may use; half where not given. */
  share?: number | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: CollectProgress) => void) | undefined;
}

/** Above the 40-odd calls of a region, so that they go out at once; below the clients' sockets. */
const MAX_REQUESTS_AT_ONCE = 48;

/**
 * Requests of one call that have had their turn, and no answer: where the way to AWS stalls, all of them arrive at once.
 * These keep up 17 a second as long as an answer takes 1.4 s, and overtax EC2's bucket of 100 by nine at worst.
 */
const MAX_OF_ONE_CALL = 24;

/** One reading of a region: what its calls share. */
export interface Reading extends ReadingOptions {
  /** Begins a call, which is asked about so many subjects. */
  begin(call: { call: string; service: string; operation: string }, subjects: number): CallReading;
}

export interface CallReading {
  /** All pages of a call or of one of its subjects, each request waiting for its API's rate and for a free place. */
  pages<Item>(fetchPage: (nextToken: string | undefined) => Promise<Page<Item>>): Promise<Item[]>;
  /** The call, or one of its subjects, is read or will never be. */
  done(): void;
  effort(): CallEffort;
}

export function startReading(options: ReadingOptions): Reading {
  const { region, share = HALF, onProgress } = options;
  // Attempts are counted and paced here, one by one.
  const aws = options.aws.withoutRetries();
  const signal = options.signal === undefined ? undefined : manyListeners(options.signal);
  const limit = limitConcurrency(MAX_REQUESTS_AT_ONCE);
  const records: CallRecord[] = [];
  const progress = { callsDone: 0, callsTotal: 0, items: 0 };
  const tell = (currentCall: string) => onProgress?.({ ...progress, ...sumOf(records), currentCall });
  return {
    ...options,
    aws,
    signal,
    begin: ({ call, service, operation }, subjects) => {
      const record = startCallRecord();
      records.push(record);
      progress.callsTotal += subjects;
      const account = aws.accountId === undefined ? {} : { accountId: aws.accountId };
      const request = { ...account, region, service, operation, share };
      const sending = { pacer: aws.pacer, request, record, signal };
      const ofCall = limitConcurrency(MAX_OF_ONE_CALL);
      return {
        pages: (fetchPage) =>
          readAllPages(async (nextToken) => {
            const page = await ofCall(() => sendPaced(sending, () => limit(() => fetchPage(nextToken))));
            progress.items += page.items?.length ?? 0;
            tell(call);
            return page;
          }, signal),
        done: () => {
          progress.callsDone += 1;
          tell(call);
        },
        effort: () => toEffort(record),
      };
    },
  };
}

function sumOf(records: readonly CallRecord[]): Pick<CollectProgress, "requests" | "retries" | "throttled"> {
  const total = (key: "requests" | "retries" | "throttled") =>
    records.reduce((sum, record) => sum + record[key], 0);
  return { requests: total("requests"), retries: total("retries"), throttled: total("throttled") };
}

/** Each request in flight listens; Node warns of a leak at eleven. The caller's own signal is left as it is. */
function manyListeners(signal: AbortSignal): AbortSignal {
  const own = AbortSignal.any([signal]);
  setMaxListeners(0, own);
  return own;
}

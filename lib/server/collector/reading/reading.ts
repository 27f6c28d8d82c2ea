import { setMaxListeners } from "node:events";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import type { AwsClients } from "../../aws/aws-clients";
import { readAllPages, type Page } from "../../aws/paginate";
import { limitConcurrency } from "./limit-concurrency";
import { sendPaced } from "./send-paced";

export type CollectProgress = NonNullable<SnapshotSummary["progress"]>;

export interface ReadingOptions {
  aws: AwsClients;
  region: string;
  clock: { now(): Date };
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: CollectProgress) => void) | undefined;
}

/** Above the 30-odd calls of a region, so that they go out at once; below the clients' sockets. */
const MAX_REQUESTS_AT_ONCE = 48;

/** One reading of a region: what its calls share. */
export interface Reading extends ReadingOptions {
  /** All pages of a call, each request waiting for a free place and for its API's rate. */
  pages<Item>(
    call: { service: string; operation: string; requests?: number | undefined },
    fetchPage: (nextToken: string | undefined) => Promise<Page<Item>>,
  ): Promise<Item[]>;
  /** So many more calls are known of. */
  expect(calls: number): void;
  /** A call ended, with so many items. */
  done(call: string, items: number): void;
}

export function startReading(options: ReadingOptions): Reading {
  const { aws, region, onProgress } = options;
  const signal = options.signal === undefined ? undefined : manyListeners(options.signal);
  const limit = limitConcurrency(MAX_REQUESTS_AT_ONCE);
  const progress = { callsDone: 0, callsTotal: 0, items: 0 };
  return {
    ...options,
    signal,
    pages: ({ service, operation, requests }, fetchPage) => {
      const request = { region, service, operation, ...(requests === undefined ? {} : { requests }) };
      return readAllPages(
        (nextToken) => limit(() => sendPaced(aws.pacer, request, () => fetchPage(nextToken), signal)),
        signal,
      );
    },
    expect: (calls) => {
      progress.callsTotal += calls;
    },
    done: (call, items) => {
      progress.callsDone += 1;
      progress.items += items;
      onProgress?.({ ...progress, currentCall: call });
    },
  };
}

/** Each request in flight listens; Node warns of a leak at eleven. The caller's own signal is left as it is. */
function manyListeners(signal: AbortSignal): AbortSignal {
  const own = AbortSignal.any([signal]);
  setMaxListeners(0, own);
  return own;
}

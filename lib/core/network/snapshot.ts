import type { Resources } from "./resources";

/** What a live reading of one call took, over all its pages and subjects; absent in an import. */
export interface CallEffort {
  /** Requests sent, the repeated ones too. */
  requests?: number;
  /** From the first request to the last answer, waiting and repeating included. */
  elapsedMs?: number;
  /** Of all requests together, what they waited for AWS's rate or because AWS throttled them. */
  waitedMs?: number;
  /** Requests that repeat one which failed. */
  retries?: number;
  /** Answers that said "slow down". */
  throttled?: number;
}

/**
 * One call's place in the truth: `ok` was read to its last page; `failed` AWS refused or broke, so what it would have
 * said is unknown; `absent` was never asked or not given in an import.
 */
export interface CoverageEntry extends CallEffort {
  /** The API call as AWS names it, with the service before it unless it is EC2 or Lambda: `DescribeVpcs`, `rds.DescribeDBInstances`. */
  call: string;
  status: "ok" | "failed" | "absent";
  /** Items read (of all pages). */
  items?: number;
  error?: { code: string; message: string; missingPermission?: string };
}

/** Everything read from one account and region at one time. `null` where an import names neither in path nor resources. */
export interface Capture {
  accountId: string | null;
  region: string | null;
  /** ISO 8601. */
  capturedAt: string;
  resources: Resources;
  /** Top-level keys Mooring does not know, kept as they came. */
  unknown: Record<string, unknown>;
  coverage: CoverageEntry[];
}

/** A set of captures, one per (account, region). Immutable: reading again makes a new one. */
export interface Snapshot {
  id: string;
  name: string;
  source: "live" | "import";
  /** ISO 8601. */
  capturedAt: string;
  captures: readonly Capture[];
}

/** Something odd that an import or a reading met, named so that a person can find it. */
export interface SnapshotWarning {
  code:
    | "unknown-key"
    | "missing-subject"
    | "duplicate-id"
    | "missing-id"
    | "not-an-object"
    | "not-a-list"
    | "malformed-member"
    | "missing-page"
    | "null-list"
    | "unknown-account"
    | "unknown-region"
    | "empty-document"
    | "several-accounts"
    | "several-regions"
    | "conflicting-duplicate";
  message: string;
  path?: string;
  resourceId?: string;
}

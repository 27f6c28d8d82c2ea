import type { CarriedAwsError } from "../../aws/errors/carry-aws-error";
import type { AwsClientsOptions } from "../../aws/aws-clients";
import type { PacedRequest } from "../../aws/pacing/pacer";
import type { CollectProgress } from "../reading/reading";
import type { ReadCall, RegionRead, RegionRequest } from "../reading/region-reader";

/** What the thread is started with. */
export interface ReadingThreadData {
  aws: Omit<AwsClientsOptions, "pacer">;
}

/** What the server tells the thread that reads. */
export type ToReadingThread =
  | { kind: "read"; readingId: number; request: RegionRequest }
  | { kind: "abort"; readingId: number }
  /** The request may be sent, after waiting so long. */
  | { kind: "turn"; turnId: number; waitedMs: number };

/** What the thread answers. The pacer is the server's: every request asks it for its turn. */
export type FromReadingThread =
  | { kind: "take"; turnId: number; request: PacedRequest }
  /** The turn is no longer waited for. */
  | { kind: "leave"; turnId: number }
  | { kind: "count" | "slow-down"; request: PacedRequest }
  | { kind: "progress"; readingId: number; progress: CollectProgress }
  | { kind: "call"; readingId: number; call: Carried<ReadCall, "error"> }
  | { kind: "done"; readingId: number; read: Carried<RegionRead, "outage"> }
  | { kind: "broken"; readingId: number; error: unknown };

/** The same with its error as plain data. */
export type Carried<T, Key extends keyof T> = Omit<T, Key> & { [K in Key]?: CarriedAwsError };

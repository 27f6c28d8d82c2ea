import type { ConnectionState } from "@/lib/client/events/connect-events";

/** A live view older than this is said to be old. */
export const OLD_AFTER_MS = 15 * 60 * 1000;

/** Why what is shown may no longer be so. */
export type Staleness =
  | { reason: "refresh-failed"; error: unknown }
  | { reason: "disconnected" }
  | { reason: "old"; capturedAt: string };

export type ViewState<Data> =
  | { kind: "loading" }
  | { kind: "error"; error: unknown }
  | { kind: "empty"; data: Data }
  | { kind: "ready"; data: Data }
  | { kind: "stale"; data: Data; isEmpty: boolean; staleness: Staleness };

export interface ViewInput<Data> {
  data: Data | undefined;
  error: unknown;
  isEmpty?: (data: Data) => boolean;
  /** Given where events keep the view fresh. */
  connection?: ConnectionState | undefined;
  /** Given where the view is of AWS as it was then and ought to be as it is now. */
  capturedAt?: string | undefined;
  /** Null while the time is not known: nothing is called old then. */
  nowMs?: number | null;
}

/** What a screen shows. What was read stays in sight, and is said to be stale, when reading it again fails. */
export function toViewState<Data>(input: ViewInput<Data>): ViewState<Data> {
  const { data, error } = input;
  if (data === undefined) return error ? { kind: "error", error } : { kind: "loading" };
  const isEmpty = input.isEmpty?.(data) ?? false;
  const staleness = findStaleness(input);
  if (staleness !== undefined) return { kind: "stale", data, isEmpty, staleness };
  return { kind: isEmpty ? "empty" : "ready", data };
}

function findStaleness({
  error,
  connection,
  capturedAt,
  nowMs = null,
}: Omit<ViewInput<never>, "data" | "isEmpty">): Staleness | undefined {
  if (error) return { reason: "refresh-failed", error };
  if (connection === "lost") return { reason: "disconnected" };
  if (capturedAt === undefined || nowMs === null) return undefined;
  return nowMs - Date.parse(capturedAt) > OLD_AFTER_MS ? { reason: "old", capturedAt } : undefined;
}

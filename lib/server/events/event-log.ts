import type { EventTopic, ServerEvent } from "@/lib/contract/events";
import type { Transaction } from "../store/database";

export interface StoredEvent {
  /** Only grows; what a browser sends back as `Last-Event-ID`. */
  id: number;
  topic: EventTopic;
  subjectId: string;
  payload: ServerEvent;
}

export interface Subscription {
  topics: readonly EventTopic[];
  /** Only what concerns this operation or snapshot. */
  subjectId?: string;
  /** Events after this one; where not given, only those yet to come. */
  afterId?: number;
  signal: AbortSignal;
}

/** What happened, in order, for every instance's live views. */
export interface EventLog {
  /** Part of the change: seen by subscribers when the transaction commits. */
  append(
    tx: Transaction,
    event: { topic: EventTopic; subjectId: string; payload: ServerEvent },
  ): Promise<void>;
  /** Ends when the signal aborts. */
  subscribe(subscription: Subscription): AsyncIterable<StoredEvent>;
  /** Deletes events older than the date; resolves to how many. */
  deleteBefore(date: Date): Promise<number>;
  close(): Promise<void>;
}

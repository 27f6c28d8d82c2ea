import { and, asc, eq, gt, inArray, lt, max, sql } from "drizzle-orm";
import type { Database } from "../store/database";
import { events } from "../store/schema/events";
import type { EventLog, StoredEvent, Subscription } from "./event-log";
import { createWakeSignal } from "./wake-signal";

const CHANNEL = "mooring_events";
/** Any number: appends take their turns, so that ids are seen in the order in which they grow. */
const APPEND_LOCK = 7_061_002;
const PAGE = 100;
/** The safety net under LISTEN: what was notified while the listening connection was away. */
const DEFAULT_POLL_MS = 5_000;

export async function startEventLog(
  database: Database,
  { pollMs = DEFAULT_POLL_MS }: { pollMs?: number } = {},
): Promise<EventLog> {
  const closing = new AbortController();
  const wakeSignal = createWakeSignal();
  const unlisten = await database.listen(CHANNEL, () => {
    wakeSignal.wakeAll();
  });

  async function* subscribe(subscription: Subscription): AsyncGenerator<StoredEvent> {
    const signal = AbortSignal.any([subscription.signal, closing.signal]);
    const newest = await findNewestId(database);
    // An id from before a reset of the database would else wait for numbers that are far away.
    let position = Math.min(subscription.afterId ?? newest, newest);
    while (!signal.aborted) {
      const woken = wakeSignal.next(signal, pollMs);
      const page = await listAfter(database, subscription, position);
      for (const event of page) {
        yield event;
        position = event.id;
      }
      if (page.length < PAGE) await woken;
    }
  }

  return {
    async append(tx, event) {
      await tx.execute(sql`select pg_advisory_xact_lock(${APPEND_LOCK})`);
      await tx.insert(events).values(event);
      await database.notify(CHANNEL, event.topic, tx);
    },
    subscribe,
    async deleteBefore(date) {
      const deleted = await database.db
        .delete(events)
        .where(lt(events.at, date))
        .returning({ id: events.id });
      return deleted.length;
    },
    async close() {
      closing.abort();
      await unlisten();
    },
  };
}

async function findNewestId(database: Database): Promise<number> {
  const [row] = await database.db.select({ id: max(events.id) }).from(events);
  return row?.id ?? 0;
}

async function listAfter(
  database: Database,
  { topics, subjectId }: Pick<Subscription, "topics" | "subjectId">,
  position: number,
): Promise<StoredEvent[]> {
  return database.db
    .select({ id: events.id, topic: events.topic, subjectId: events.subjectId, payload: events.payload })
    .from(events)
    .where(
      and(
        gt(events.id, position),
        inArray(events.topic, [...topics]),
        subjectId === undefined ? undefined : eq(events.subjectId, subjectId),
      ),
    )
    .orderBy(asc(events.id))
    .limit(PAGE);
}

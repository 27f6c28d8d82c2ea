import { afterEach, expect, it } from "vitest";
import type { ServerEvent } from "@/lib/contract/events";
import { createTestContext } from "@/lib/testing/test-context";
import { withDatabase } from "@/lib/testing/with-database";
import type { EventLog, StoredEvent } from "./event-log";
import { eventStreamResponse } from "./event-stream-response";
import { startEventLog } from "./start-event-log";

/** A snapshot's event, told apart by its id. */
function snapshotEvent(id: string): ServerEvent {
  return {
    topic: "snapshots",
    snapshot: {
      id,
      name: id,
      source: "live",
      status: "collecting",
      capturedAt: "2026-01-01T00:00:00.000Z",
      accounts: [],
      regions: [],
      counts: {},
      coverage: [],
      warnings: [],
    },
  };
}

withDatabase("the event log", (database) => {
  const logs: EventLog[] = [];
  const startLog = async (pollMs = 60_000) => {
    const log = await startEventLog(database(), { pollMs });
    logs.push(log);
    return log;
  };
  afterEach(async () => {
    await Promise.all(logs.splice(0).map((log) => log.close()));
  });
  const append = (log: EventLog, subjectId: string) =>
    database().transaction((tx) =>
      log.append(tx, { topic: "snapshots", subjectId, payload: snapshotEvent(subjectId) }),
    );
  const take = async (events: AsyncIterable<StoredEvent>, n: number) => {
    const taken: StoredEvent[] = [];
    for await (const event of events) {
      taken.push(event);
      if (taken.length === n) break;
    }
    return taken;
  };
  const never = new AbortController().signal;

  it("tells another instance at once, without waiting for its poll", async () => {
    const [here, there] = [await startLog(), await startLog()];
    const taking = take(there.subscribe({ topics: ["snapshots"], signal: never }), 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await append(here, "a");
    const [event] = await taking;
    expect(event?.payload).toEqual(snapshotEvent("a"));
  });

  it("goes on after the last event seen, and gives each once, in order", async () => {
    const log = await startLog();
    for (const id of ["r1", "r2", "r3"]) await append(log, id);
    const all = await take(log.subscribe({ topics: ["snapshots"], afterId: 0, signal: never }), 4);
    const last = all.find(({ subjectId }) => subjectId === "r1");
    const rest = take(log.subscribe({ topics: ["snapshots"], afterId: last?.id ?? 0, signal: never }), 3);
    await append(log, "r4");
    expect((await rest).map(({ subjectId }) => subjectId)).toEqual(["r2", "r3", "r4"]);
  });

  it("loses nothing where transactions commit in another order than they began", async () => {
    const log = await startLog();
    const taking = take(log.subscribe({ topics: ["snapshots"], signal: never }), 20);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await Promise.all(
      Array.from({ length: 20 }, (_item, n) =>
        database().transaction(async (tx) => {
          await log.append(tx, { topic: "snapshots", subjectId: `c${n}`, payload: snapshotEvent(`c${n}`) });
          await new Promise((resolve) => setTimeout(resolve, (20 - n) * 3));
        }),
      ),
    );
    const seen = await taking;
    expect(new Set(seen.map(({ subjectId }) => subjectId)).size).toBe(20);
    expect(seen.map(({ id }) => id)).toEqual(seen.map(({ id }) => id).toSorted((a, b) => a - b));
  });

  it("gives one subject its own events only, and no event of a transaction that failed", async () => {
    const log = await startLog();
    const taking = take(
      log.subscribe({ topics: ["snapshots", "operations"], subjectId: "s2", signal: never }),
      1,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    await database()
      .transaction(async (tx) => {
        await log.append(tx, { topic: "snapshots", subjectId: "s2", payload: snapshotEvent("lost") });
        throw new Error("on purpose");
      })
      .catch(() => undefined);
    await append(log, "s1");
    await append(log, "s2");
    expect((await taking).map(({ payload }) => payload)).toEqual([snapshotEvent("s2")]);
  });

  it("goes on from now where the id is from before the database was reset", async () => {
    const log = await startLog();
    const taking = take(log.subscribe({ topics: ["snapshots"], afterId: 999_999, signal: never }), 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await append(log, "after-reset");
    expect((await taking)[0]?.subjectId).toBe("after-reset");
  });

  it("deletes what is older than asked", async () => {
    const log = await startLog();
    await append(log, "old");
    expect(await log.deleteBefore(new Date(0))).toBe(0);
    expect(await log.deleteBefore(new Date(Date.now() + 60_000))).toBeGreaterThan(0);
    const { rows } = await database().executeSql("select count(*) as n from events");
    expect(rows).toEqual([{ n: 0 }]);
  });

  it("streams events as text/event-stream, resumes by Last-Event-ID, beats, and ends with the server", async () => {
    const log = await startLog();
    await append(log, "first");
    await append(log, "second");
    const [first] = await take(log.subscribe({ topics: ["snapshots"], afterId: 0, signal: never }), 1);
    const request = new Request("http://127.0.0.1:3000/api/events", {
      headers: { "last-event-id": String(first?.id) },
    });
    const ctx = createTestContext({ events: log });
    const response = eventStreamResponse(ctx, request, { topics: ["snapshots"], heartbeatMs: 100 });
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-cache, no-transform");
    const text = response.text();
    await new Promise((resolve) => setTimeout(resolve, 350));
    await log.close();
    const blocks = (await text).split("\n\n");
    expect(blocks[0]).toBe("retry: 2000");
    const [id, event, data] = (blocks[1] ?? "").split("\n");
    expect([id, event]).toEqual([`id: ${(first?.id ?? 0) + 1}`, "event: snapshots"]);
    expect(JSON.parse(data?.replace(/^data: /, "") ?? "")).toEqual(snapshotEvent("second"));
    expect(blocks[2]).toBe(": heartbeat");
  });

  it("ends the subscription when the client goes away", async () => {
    const log = await startLog();
    const signals: AbortSignal[] = [];
    const events: EventLog = {
      ...log,
      subscribe: (subscription) => {
        signals.push(subscription.signal);
        return log.subscribe(subscription);
      },
    };
    const request = new Request("http://127.0.0.1:3000/api/events");
    const response = eventStreamResponse(createTestContext({ events }), request, { topics: ["snapshots"] });
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });
});

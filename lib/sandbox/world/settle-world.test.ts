import { describe, expect, it } from "vitest";
import { createSandboxClock } from "../clock";
import { createRegionWorld, createWorld } from "./create-world";
import { createSeededIds } from "./ids";
import { scheduleEvent, settleWorld, type Settlers } from "./settle-world";

const ACCOUNT_ID = "123456789012";

function setUp(settlers: Settlers) {
  const world = createWorld("test", { accountId: ACCOUNT_ID, name: "Test" });
  const clock = createSandboxClock({ speed: 1, realNow: () => 1000 });
  const context = { world, clock, ids: createSeededIds("test"), regionWorld: createRegionWorld };
  const unknown: string[] = [];
  const failed: string[] = [];
  return {
    world,
    clock,
    unknown,
    failed,
    schedule: (dueAt: number, kind: string) => {
      scheduleEvent(world, { dueAt, kind, accountId: ACCOUNT_ID, region: "eu-west-1", subject: kind });
    },
    settle: () =>
      settleWorld(settlers, {
        ...context,
        onUnknownKind: (event) => unknown.push(event.kind),
        onError: (event) => failed.push(event.kind),
      }),
  };
}

describe("settling the world", () => {
  it("runs what is due, in order, and leaves the rest", () => {
    const ran: string[] = [];
    const note = (_context: unknown, event: { subject: string }) => ran.push(event.subject);
    const { schedule, settle, world } = setUp({ a: note, b: note, c: note });
    schedule(2000, "c");
    schedule(900, "b");
    schedule(100, "a");
    expect(settle()).toBe(2);
    expect(ran).toEqual(["a", "b"]);
    expect(world.scheduled.map((event) => event.kind)).toEqual(["c"]);
  });

  it("keeps the order in which events of one moment came", () => {
    const { schedule, world } = setUp({});
    schedule(500, "first");
    schedule(500, "second");
    expect(world.scheduled.map((event) => event.kind)).toEqual(["first", "second"]);
  });

  it("runs a chain of events after a jump, each at its own time", () => {
    const times: number[] = [];
    const day = 86_400_000;
    const { schedule, settle, clock } = setUp({
      tick: ({ world, now }, event) => {
        times.push(now);
        scheduleEvent(world, { ...event, dueAt: now + day });
      },
    });
    schedule(1000, "tick");
    clock.advance(3 * day);
    settle();
    expect(times).toEqual([1000, 1000 + day, 1000 + 2 * day, 1000 + 3 * day]);
  });

  it("goes on after a settler that failed, and says so", () => {
    const ran: string[] = [];
    const { schedule, settle, failed } = setUp({
      broken: () => {
        throw new Error("cannot");
      },
      next: () => ran.push("next"),
    });
    schedule(1, "broken");
    schedule(2, "next");
    settle();
    expect(ran).toEqual(["next"]);
    expect(failed).toEqual(["broken"]);
  });

  it("drops an event that nobody settles, and says so", () => {
    const { schedule, settle, unknown, world } = setUp({});
    schedule(1, "of-another-version");
    settle();
    expect(unknown).toEqual(["of-another-version"]);
    expect(world.scheduled).toEqual([]);
  });
});

/** A clock that stands still until told to move. */
export interface FakeClock {
  now(): Date;
  advance(ms: number): void;
}

export function createFakeClock(start = "2026-01-01T00:00:00.000Z"): FakeClock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    advance: (ms) => {
      at += ms;
    },
  };
}

/** Ids that can be foreseen, in the form of a UUID: `00000000-0000-4000-8000-000000000001`, … */
export function createFakeIds(): { uuid(): string } {
  let last = 0;
  return {
    uuid: () => {
      last += 1;
      return `00000000-0000-4000-8000-${last.toString(16).padStart(12, "0")}`;
    },
  };
}

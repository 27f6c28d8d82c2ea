import { describe, expect, it, vi } from "vitest";
import { DeadlineError, withDeadline } from "./with-deadline";

describe("withDeadline", () => {
  it("gives the promise's own answer", async () => {
    await expect(withDeadline(Promise.resolve(7), 50)).resolves.toBe(7);
  });

  it("gives the promise's own failure", async () => {
    await expect(withDeadline(Promise.reject(new Error("no worker")), 50)).rejects.toThrow("no worker");
  });

  it("fails with a DeadlineError when the answer takes too long", async () => {
    vi.useFakeTimers();
    const late = expect(withDeadline(new Promise(() => undefined), 5_000)).rejects.toThrow(DeadlineError);
    await vi.advanceTimersByTimeAsync(5_000);
    await late;
    vi.useRealTimers();
  });
});

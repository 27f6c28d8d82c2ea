import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { repeat } from "./repeat";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("runs again after an error, at the delays asked for, until there is nothing left to do", async () => {
  const errors: unknown[] = [];
  const delays: number[] = [];
  const run = vi
    .fn<() => Promise<boolean>>()
    .mockRejectedValueOnce(new Error("no"))
    .mockResolvedValueOnce(false)
    .mockResolvedValueOnce(true);
  repeat({
    run,
    delayMs: (runs) => {
      delays.push(runs);
      return 1_000 * 2 ** runs;
    },
    onError: (error) => errors.push(error),
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(run).toHaveBeenCalledTimes(3);
  expect(delays).toEqual([0, 1, 2]);
  expect(errors).toEqual([new Error("no")]);
});

it("runs no more once stopped, and waits for the run that is under way", async () => {
  const { promise, resolve } = withResolvers();
  const run = vi.fn(() => promise);
  const repeating = repeat({ run, delayMs: () => 1_000, onError: () => undefined });
  await vi.advanceTimersByTimeAsync(1_000);
  let isStopped = false;
  const stopping = repeating.stop().then(() => {
    isStopped = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(isStopped).toBe(false);
  resolve(false);
  await stopping;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(run).toHaveBeenCalledTimes(1);
});

function withResolvers(): { promise: Promise<boolean>; resolve: (value: boolean) => void } {
  let settle: (value: boolean) => void = () => undefined;
  const promise = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  return {
    promise,
    resolve: (value) => {
      settle(value);
    },
  };
}

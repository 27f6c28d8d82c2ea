import type { ServerContext } from "../context";

/** Live views come back within minutes; a day covers a laptop that slept over night. */
const MAX_AGE_MS = 24 * 60 * 60 * 1000;
const INTERVAL_MS = 60 * 60 * 1000;

/** Deletes events older than a day, now and every hour. Every instance may: deleting twice deletes once. */
export function startRetention(ctx: Pick<ServerContext, "events" | "clock" | "log">): { stop(): void } {
  const sweep = () => {
    ctx.events.deleteBefore(new Date(ctx.clock.now().getTime() - MAX_AGE_MS)).catch((error: unknown) => {
      ctx.log.warn("old events not deleted", { reason: String(error) });
    });
  };
  sweep();
  const timer = setInterval(sweep, INTERVAL_MS);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
    },
  };
}

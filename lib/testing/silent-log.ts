import { createLog } from "@/lib/server/log";

/** A log for tests: what went wrong is seen in what they assert. */
export const silentLog = createLog(
  () => new Date(0),
  () => undefined,
);

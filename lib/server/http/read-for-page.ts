import { setTimeout as delay } from "node:timers/promises";
import type { Permission } from "@/lib/core/access/permissions";
import type { RequestContext } from "../context";
import { requestContext } from "../request-context";
import { getRuntime } from "../runtime";
import { authorize } from "./request/authorize";

/** A page's first HTML waits no longer than this for one read; the browser then asks for it by itself. */
const DEADLINE_MS = 1000;

/**
 * What a page reads before its first HTML, behind the same door as the API: host, origin, permission. Rejects where it
 * may not be read, cannot be read or takes more than a second.
 */
export async function readForPage<Value>(
  headers: Headers,
  permission: Permission,
  read: (ctx: RequestContext) => Promise<Value>,
): Promise<Value> {
  const done = new AbortController();
  const late = delay(DEADLINE_MS, undefined, { signal: done.signal }).then(() => {
    throw new Error(`Not read within ${DEADLINE_MS} ms.`);
  });
  const reading = getRuntime().then((server) => {
    const ctx = requestContext(server);
    authorize(ctx, { headers }, permission);
    return read(ctx);
  });
  try {
    return await Promise.race([reading, late]);
  } finally {
    // Both may still reject after the race is over; nobody listens then.
    late.catch(() => undefined);
    reading.catch(() => undefined);
    done.abort();
  }
}

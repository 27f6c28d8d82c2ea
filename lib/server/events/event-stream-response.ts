import type { EventTopic } from "@/lib/contract/events";
import type { RequestContext } from "../context";
import type { StoredEvent } from "./event-log";

export interface EventStreamOptions {
  topics: readonly EventTopic[];
  /** Only what concerns this operation or snapshot. */
  subjectId?: string;
  /** Without `Last-Event-ID`: true begins with the oldest event kept, false (the default) with the next one. */
  isReplayed?: boolean;
  heartbeatMs?: number;
}

const HEARTBEAT_MS = 15_000;
const RETRY_MS = 2_000;
const heartbeat = Symbol("heartbeat");

/**
 * Server-Sent Events (HTML standard, 9.2): one per stored event, resumable by `Last-Event-ID`, with a comment now and
 * then so that proxies keep the line open. Ends when the client goes away or the server stops.
 */
export function eventStreamResponse(
  ctx: Pick<RequestContext, "events" | "correlationId">,
  request: Request,
  options: EventStreamOptions,
): Response {
  const gone = new AbortController();
  const encoder = new TextEncoder();
  const lastEventId =
    parseEventId(request.headers.get("last-event-id")) ?? (options.isReplayed ? 0 : undefined);
  const iterator = ctx.events
    .subscribe({
      topics: options.topics,
      signal: AbortSignal.any([request.signal, gone.signal]),
      ...(options.subjectId === undefined ? {} : { subjectId: options.subjectId }),
      ...(lastEventId === undefined ? {} : { afterId: lastEventId }),
    })
    [Symbol.asyncIterator]();
  let pending: Promise<IteratorResult<StoredEvent>> | undefined;

  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(encoder.encode(`retry: ${RETRY_MS}\n\n`));
    },
    pull: async (controller) => {
      pending ??= iterator.next();
      const next = await orHeartbeat(pending, options.heartbeatMs ?? HEARTBEAT_MS);
      if (next === heartbeat) {
        controller.enqueue(encoder.encode(": heartbeat\n\n"));
        return;
      }
      pending = undefined;
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(formatEvent(next.value)));
    },
    cancel: () => {
      gone.abort();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
      "x-correlation-id": ctx.correlationId,
    },
  });
}

/** JSON has no line breaks of its own, so the data is always one line. */
function formatEvent({ id, topic, payload }: StoredEvent): string {
  return `id: ${id}\nevent: ${topic}\ndata: ${JSON.stringify(payload)}\n\n`;
}

/** Undefined for anything that is not one of our ids: then the stream begins as for a new client. */
function parseEventId(text: string | null): number | undefined {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

async function orHeartbeat<T>(promise: Promise<T>, timeoutMs: number): Promise<T | typeof heartbeat> {
  let timer: NodeJS.Timeout | undefined;
  const beat = new Promise<typeof heartbeat>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, heartbeat);
  });
  try {
    return await Promise.race([promise, beat]);
  } finally {
    clearTimeout(timer);
  }
}

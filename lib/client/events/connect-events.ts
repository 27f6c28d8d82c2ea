import type { QueryClient } from "@tanstack/react-query";
import type { EventTopic, ServerEvent } from "@/lib/contract/events";
import { apiPaths, apiUrl } from "@/lib/contract/paths";
import { storeOperation } from "./store-operation";
import { storeSnapshot } from "./store-snapshot";

const TOPICS: readonly EventTopic[] = ["operations", "snapshots"];
const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 30_000;
/** A stream that is back this soon was never missed: browsers reconnect after 1 to 3 s. */
const LOST_AFTER_MS = 4000;

export type ConnectionState = "connecting" | "open" | "lost";

/** How long to wait before try number `attempt` (from 0). */
export function reconnectDelayMs(attempt: number): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
}

export function applyServerEvent(client: QueryClient, event: ServerEvent): void {
  switch (event.topic) {
    case "operations":
      storeOperation(client, event.operation);
      return;
    case "snapshots":
      storeSnapshot(client, event.snapshot);
      return;
  }
}

/** Marks all that has been read as old; what is being read right now is left to arrive. */
function readAgain(client: QueryClient): Promise<void> {
  return client.invalidateQueries(
    { predicate: ({ state }) => state.dataUpdatedAt > 0 && state.fetchStatus === "idle" },
    { cancelRefetch: false },
  );
}

/**
 * The page's one stream of events, for every topic. The browser reconnects by itself with Last-Event-ID; where it gives
 * up (an HTTP error), a new stream begins and everything shown is read again. Returns what closes it.
 */
export function connectEvents(client: QueryClient, onState: (state: ConnectionState) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lostTimer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  /** What was read before the stream began, on the server or here, may have changed in between. */
  let mayHaveMissed = true;

  /** In the order in which they came, though the first waits until the contract is loaded. */
  const onMessage = async (message: MessageEvent<string>) => {
    const { serverEvent } = await import("@/lib/contract/events");
    const event = serverEvent.safeParse(JSON.parse(message.data));
    if (event.success) applyServerEvent(client, event.data);
  };
  const open = () => {
    source = new EventSource(apiUrl(apiPaths.events));
    for (const topic of TOPICS) {
      source.addEventListener(topic, (message: MessageEvent<string>) => void onMessage(message));
    }
    source.onopen = () => {
      attempt = 0;
      clearTimeout(lostTimer);
      lostTimer = undefined;
      onState("open");
      if (mayHaveMissed) void readAgain(client);
      mayHaveMissed = false;
    };
    source.onerror = () => {
      lostTimer ??= setTimeout(() => {
        onState("lost");
      }, LOST_AFTER_MS);
      if (source?.readyState !== EventSource.CLOSED) return;
      mayHaveMissed = true;
      timer = setTimeout(open, reconnectDelayMs(attempt));
      attempt += 1;
    };
  };

  open();
  return () => {
    clearTimeout(timer);
    clearTimeout(lostTimer);
    source?.close();
  };
}

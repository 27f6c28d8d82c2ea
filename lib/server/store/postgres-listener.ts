import pg from "pg";
import type { Log } from "../log";

export interface PostgresListener {
  listen(channel: string, callback: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

const RECONNECT_MS = 1_000;

/**
 * LISTEN on one connection of its own (a pooled one would be handed out again), connected on first use and again when
 * it is lost. What is notified while it is away is missed: whoever listens also looks for himself now and then.
 */
export function createPostgresListener(databaseUrl: string, log: Log): PostgresListener {
  const callbacks = new Map<string, Set<(payload: string) => void>>();
  let connection: Promise<pg.Client> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let isClosed = false;

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: "mooring-listen",
      keepAlive: true,
    });
    client.on("notification", ({ channel, payload }) => {
      for (const callback of callbacks.get(channel) ?? []) callback(payload ?? "");
    });
    client.on("error", (error) => {
      log.warn("listening connection lost", { reason: error.message });
      reconnectLater();
    });
    await client.connect();
    for (const channel of callbacks.keys()) await client.query(`listen ${client.escapeIdentifier(channel)}`);
    return client;
  };

  const connected = (): Promise<pg.Client> => {
    connection ??= connect();
    return connection;
  };

  const reconnectLater = () => {
    connection = undefined;
    if (isClosed || retry !== undefined) return;
    retry = setTimeout(() => {
      retry = undefined;
      connected().catch((error: unknown) => {
        log.warn("listening connection not restored", { reason: String(error) });
        reconnectLater();
      });
    }, RECONNECT_MS);
  };

  return {
    async listen(channel, callback) {
      const existing = callbacks.get(channel);
      const listeners = existing ?? new Set();
      listeners.add(callback);
      callbacks.set(channel, listeners);
      const client = await connected();
      if (existing === undefined) await client.query(`listen ${client.escapeIdentifier(channel)}`);
      return async () => {
        listeners.delete(callback);
        if (listeners.size > 0 || isClosed) return;
        callbacks.delete(channel);
        const current = await connected();
        await current.query(`unlisten ${current.escapeIdentifier(channel)}`);
      };
    },
    async close() {
      isClosed = true;
      clearTimeout(retry);
      const client = await connection?.catch(() => undefined);
      await client?.end();
    },
  };
}

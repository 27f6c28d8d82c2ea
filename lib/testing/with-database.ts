import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, inject } from "vitest";
import type { Database } from "@/lib/server/store/database";
import { migrate } from "@/lib/server/store/migrate";
import { openPglite } from "@/lib/server/store/open-pglite";
import { openPostgres } from "@/lib/server/store/open-postgres";
import { readPgliteImage } from "./pglite-image";
import { silentLog } from "./silent-log";

/**
 * Runs a suite on both stores, each on a migrated database of its own: PGlite in memory and, where there is one,
 * PostgreSQL. `database` may be called inside tests and hooks only.
 */
export function withDatabase(title: string, suite: (database: () => Database) => void): void {
  describe(`${title} on PGlite`, () => {
    suite(opened(openOwnPglite));
  });
  const serverUrl = inject("postgresUrl");
  describe.skipIf(serverUrl === null)(`${title} on PostgreSQL`, () => {
    suite(opened(() => openOwnPostgres(serverUrl ?? "")));
  });
}

interface Opened {
  database: Database;
  discard(): Promise<void>;
}

function opened(open: () => Promise<Opened>): () => Database {
  let current: Opened | undefined;
  beforeAll(async () => {
    current = await open();
    await migrate(current.database);
  });
  afterAll(async () => {
    await current?.database.close();
    await current?.discard();
  });
  return () => {
    if (current === undefined)
      throw new Error("The database is opened before the first test: ask for it inside one.");
    return current.database;
  };
}

async function openOwnPglite(): Promise<Opened> {
  const database = await openPglite(null, await readPgliteImage());
  return { database, discard: () => Promise.resolve() };
}

async function openOwnPostgres(serverUrl: string): Promise<Opened> {
  const own = await createPostgresDatabase(serverUrl);
  return { database: await openPostgres(own.url, silentLog), discard: () => own.drop() };
}

/** An empty database of its own on the server; `drop` also ends whoever is still connected to it. */
export async function createPostgresDatabase(
  serverUrl: string,
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await runOnServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => runOnServer(serverUrl, `drop database ${name} with (force)`) };
}

async function runOnServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

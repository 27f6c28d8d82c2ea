import { AsyncLocalStorage } from "node:async_hooks";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { PGlite, types } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/pglite";
import type { Database, Drizzle } from "./database";
import { DatabaseError } from "./database-error";
import { executeSqlIn } from "./execute-sql";
import { lockFolder } from "./folder-lock";
import { schema } from "./schema";
import { typeParsers } from "./type-parsers";

/** A statement cannot be divided; between two of them so much is not felt. */
const LONGEST_TURN_MS = 5;

/**
 * Opens (or creates) the embedded database in `<dataDir>/database`, or in memory where `dataDir` is null. Throws
 * DatabaseError where the folder is in use, cannot be written, or holds something that PGlite cannot open. `image` is
 * a dumped data folder to begin from, where there is nothing yet.
 */
export async function openPglite(dataDir: string | null, image?: Blob): Promise<Database> {
  const lock = dataDir === null ? undefined : await lockFolder(dataDir);
  try {
    const client = await createClient(dataDir, image);
    return toDatabase(client, async () => {
      await client.close();
      await lock?.release();
    });
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

async function createClient(dataDir: string | null, image: Blob | undefined): Promise<PGlite> {
  const parsers = Object.fromEntries(typeParsers.map(({ type, parse }) => [type, parse]));
  const options = {
    parsers: { ...parsers, [types.BYTEA]: parseBytes },
    serializers: { [types.BYTEA]: printBytes },
    ...(image === undefined ? {} : { loadDataDir: image }),
  };
  if (dataDir === null) return takeTurns(await PGlite.create(options));
  const folder = path.join(dataDir, "database");
  try {
    await mkdir(folder, { recursive: true });
    return takeTurns(await PGlite.create(folder, options));
  } catch (cause) {
    throw new DatabaseError(
      `The database in ${folder} cannot be opened. Start anew with \`npm start -- --reset\`, or set MOORING_DATA_DIR to another folder.`,
      { cause },
    );
  }
}

/**
 * PGlite answers on this thread before anything else has its turn: a transaction, and all that wait for its end, held
 * the event loop as one. With this others go first whenever it has held it for a while.
 */
function takeTurns(client: PGlite): PGlite {
  const exec = client.execProtocolStream.bind(client);
  let turnedAt = performance.now();
  client.execProtocolStream = async (message, options) => {
    if (performance.now() - turnedAt > LONGEST_TURN_MS) {
      await turn();
      turnedAt = performance.now();
    }
    return exec(message, options);
  };
  return client;
}

/** PGlite's own go byte by byte: half a second of the event loop for the chunks of a large account. */
function parseBytes(text: string): Uint8Array {
  return Buffer.from(text.slice("\\x".length), "hex");
}

function printBytes(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}`;
}

function toDatabase(client: PGlite, close: () => Promise<void>): Database {
  let exclusive: Promise<unknown> = Promise.resolve();
  const insideTransaction = new AsyncLocalStorage<true>();
  const query = client.query.bind(client);
  client.query = (...input) => {
    if (insideTransaction.getStore() === true) {
      throw new Error(
        "Inside a transaction use its `tx`: this query would wait for its own transaction for ever.",
      );
    }
    return query(...input);
  };
  // The driver's own result type is wider than `{ rows }`; everything else is the same class.
  const db = drizzle({ client, schema }) as unknown as Drizzle;
  return {
    kind: "pglite",
    db,
    transaction: (work) => db.transaction((tx) => insideTransaction.run(true, () => work(tx))),
    listen: async (channel, callback) => {
      const stop = await client.listen(channel, callback);
      return () => stop();
    },
    notify: async (channel, payload, executor = db) => {
      await executor.execute(sql`select pg_notify(${channel}, ${payload})`);
    },
    executeSql: async (text, values, executor) => {
      if (executor !== undefined) return executeSqlIn(executor, text, values);
      if (values !== undefined && values.length > 0) return client.query(text, values);
      try {
        return { rows: (await client.exec(text)).flatMap((result) => result.rows) };
      } catch (error) {
        // The text may have begun a transaction of its own, which must not stay open.
        await client.exec("rollback");
        throw error;
      }
    },
    // The folder is locked: there is no other instance, only this one's turns.
    exclusively: (_lock, work) => {
      const turn = exclusive.then(work);
      exclusive = turn.catch(() => undefined);
      return turn;
    },
    close,
  };
}

import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Log } from "../log";
import type { Database, Drizzle } from "./database";
import { DatabaseError } from "./database-error";
import { executeSqlIn } from "./execute-sql";
import { createPostgresListener } from "./postgres-listener";
import { schema } from "./schema";
import { typeParsers } from "./type-parsers";

/** Connections per instance: PostgreSQL's default limit is 100, shared by every instance. */
const MAX_CONNECTIONS = 10;

/** Connects to PostgreSQL. Throws DatabaseError naming host and database (never the password) where it cannot. */
export async function openPostgres(databaseUrl: string, log: Log): Promise<Database> {
  for (const { type, parse } of typeParsers) pg.types.setTypeParser(type, parse);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: MAX_CONNECTIONS,
    options: "-c timezone=UTC",
    application_name: "mooring",
  });
  pool.on("error", (error) => {
    log.warn("idle database connection lost", { reason: error.message });
  });
  try {
    await pool.query("select 1");
  } catch (cause) {
    await pool.end();
    const { host, pathname } = new URL(databaseUrl);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseError(`PostgreSQL at ${host}${pathname} (DATABASE_URL) cannot be used: ${reason}`, {
      cause,
    });
  }
  const listener = createPostgresListener(databaseUrl, log);
  // The driver's own result type is wider than `{ rows }`; everything else is the same class.
  const db = drizzle({ client: pool, schema }) as unknown as Drizzle;
  return {
    kind: "postgres",
    db,
    transaction: (work) => db.transaction(work),
    listen: (channel, callback) => listener.listen(channel, callback),
    notify: async (channel, payload, executor = db) => {
      await executor.execute(sql`select pg_notify(${channel}, ${payload})`);
    },
    executeSql: async (text, values, executor) => {
      if (executor !== undefined) return executeSqlIn(executor, text, values);
      if (values !== undefined && values.length > 0) return pool.query<Record<string, unknown>>(text, values);
      return executeScript(pool, text);
    },
    exclusively: (lock, work) => exclusively(pool, lock, work),
    close: async () => {
      await listener.close();
      await pool.end();
    },
  };
}

/** Several statements in one text. They may begin a transaction, which must not stay open in the pool after an error. */
async function executeScript(pool: pg.Pool, text: string): Promise<{ rows: unknown[] }> {
  const client = await pool.connect();
  try {
    // The driver gives one result per statement, which its types do not say.
    const results: pg.QueryResult | pg.QueryResult[] = await client.query(text);
    return { rows: [results].flat().flatMap((result): unknown[] => result.rows) };
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

async function exclusively<T>(pool: pg.Pool, lock: number, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lock]);
    try {
      return await work();
    } finally {
      await client.query("select pg_advisory_unlock($1)", [lock]);
    }
  } finally {
    client.release();
  }
}

import type { PgDatabase, PgQueryResultHKT, PgTransaction } from "drizzle-orm/pg-core";
import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { StoreSchema } from "./schema";

interface Rows<Row> {
  rows: Row[];
}

/** What `execute` gives on both drivers. */
export interface RowsResult extends PgQueryResultHKT {
  type: Rows<this["row"]>;
}

export type Drizzle = PgDatabase<RowsResult, StoreSchema>;
export type Transaction = PgTransaction<RowsResult, StoreSchema, ExtractTablesWithRelations<StoreSchema>>;
/** Where a query may run: by itself, or inside a transaction. */
export type Executor = Drizzle | Transaction;

/** PGlite in the data folder, or PostgreSQL: one schema, one SQL (PostgreSQL 15's). */
export interface Database {
  readonly kind: "pglite" | "postgres";
  readonly db: Drizzle;
  /**
   * Commits when `work` resolves, rolls back when it rejects. Inside, use `tx` only: PGlite has one connection, so
   * asking `db` there would wait for itself (it throws instead).
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Calls back for each notification on the channel, from any instance, until the returned function is called. */
  listen(channel: string, callback: (payload: string) => void): Promise<() => Promise<void>>;
  /** Notifies every listener; inside a transaction (`executor`), when it commits. At most 8,000 bytes. */
  notify(channel: string, payload: string, executor?: Executor): Promise<void>;
  /** One statement with `$1` parameters; for pg-boss, which brings its own SQL. */
  executeSql(text: string, values?: unknown[], executor?: Executor): Promise<{ rows: unknown[] }>;
  /** Runs `work` while no other instance runs anything under the same number: for setting up, not for requests. */
  exclusively<T>(lock: number, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database, Transaction } from "./database";
import type { Migration } from "./migration";
import { migrations } from "./migrations";

/** Any number, the same in every instance: two that start together must not both migrate. */
const MIGRATION_LOCK = 7_061_001;

/**
 * Brings the database up to this version, all or nothing. Throws where it was migrated by a newer Mooring, or where a
 * migration that was applied has changed since.
 */
export async function migrate(database: Database, wanted: readonly Migration[] = migrations): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    await tx.execute(sql`create table if not exists migrations
      (name text primary key, hash text not null, applied_at timestamptz not null default now())`);
    const applied = await listApplied(tx);
    for (const migration of wanted) {
      const hash = hashOf(migration);
      const known = applied.get(migration.name);
      applied.delete(migration.name);
      if (known === hash) continue;
      if (known !== undefined)
        throw new Error(`The migration ${migration.name} was changed after it was applied.`);
      for (const statement of migration.statements) await tx.execute(sql.raw(statement));
      await tx.execute(sql`insert into migrations (name, hash) values (${migration.name}, ${hash})`);
    }
    const [newer] = applied.keys();
    if (newer !== undefined) {
      throw new Error(
        `The database was made by a newer Mooring (it has ${newer}). Update Mooring, or use another database.`,
      );
    }
  });
}

async function listApplied(tx: Transaction): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ name: string; hash: string }>(sql`select name, hash from migrations`);
  return new Map(rows.map((row) => [row.name, row.hash]));
}

function hashOf(migration: Migration): string {
  return createHash("sha256").update(migration.statements.join("\n")).digest("hex");
}

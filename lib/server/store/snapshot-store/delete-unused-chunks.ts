import { sql } from "drizzle-orm";
import type { Database } from "../database";
import { captureChunks, chunks } from "../schema/captures";
import { FOREIGN_KEY_VIOLATION, sqlStateOf } from "./sql-state";

/** PostgreSQL takes 65,535 parameters in one statement. */
const HASHES_AT_ONCE = 10_000;

/** Deletes those of the chunks that no capture holds; of all chunks, where no hashes are given. */
export async function deleteUnusedChunks(database: Database, hashes?: readonly string[]): Promise<void> {
  if (hashes === undefined) return deleteSome(database, sql`true`);
  for (let at = 0; at < hashes.length; at += HASHES_AT_ONCE) {
    const some = sql.join(
      hashes.slice(at, at + HASHES_AT_ONCE).map((hash) => sql`${hash}`),
      sql`, `,
    );
    await deleteSome(database, sql`${chunks.hash} in (${some})`);
  }
}

async function deleteSome(database: Database, condition: ReturnType<typeof sql>, attempt = 1): Promise<void> {
  try {
    await database.db.execute(
      sql`delete from ${chunks} where ${condition} and not exists (select 1 from ${captureChunks} where ${captureChunks.chunkHash} = ${chunks.hash})`,
    );
  } catch (error) {
    // Another capture began to hold one of them meanwhile: then it stays, and the others are tried again.
    if (attempt >= 5 || sqlStateOf(error) !== FOREIGN_KEY_VIOLATION) throw error;
    await deleteSome(database, condition, attempt + 1);
  }
}

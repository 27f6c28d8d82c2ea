import { migrate } from "../../store/migrate";
import { openPglite } from "../../store/open-pglite";

/**
 * For `scripts/bench/collect-large.mjs`: what PGlite takes by itself, once it has read and stored as many bytes as the
 * collection in `BENCH_FOLDER` has. Of Mooring only the store is loaded. Where there is no folder yet, makes it.
 */
const database = await openPglite(process.env["BENCH_FOLDER"] ?? "");
await migrate(database);
const { rows } = await database.executeSql("select hash from chunks");
let bytes = 0;
for (const { hash } of rows as { hash: string }[]) {
  const read = await database.executeSql("select hash, data, size from chunks where hash = $1", [hash]);
  for (const { data, size } of read.rows as { data: Uint8Array; size: number }[]) {
    const values = [`again ${hash}`, data, size];
    await database.executeSql("insert into chunks (hash, data, size) values ($1, $2, $3)", values);
    bytes += data.byteLength;
  }
}
globalThis.gc?.();
await new Promise((resolve) => setTimeout(resolve, 200));
process.stdout.write(
  `${JSON.stringify({ rssMb: process.memoryUsage.rss() / 1e6, storedMb: bytes / 1e6 })}\n`,
);
await database.close();
process.exit(0);

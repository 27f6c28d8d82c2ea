import { migrate } from "../../store/migrate";
import { openPglite } from "../../store/open-pglite";
import { chunks } from "../../store/schema/captures";

/**
 * For `scripts/bench/collect-large.mjs`: what PGlite takes by itself, once it has stored and read as many bytes as the
 * collection in `BENCH_FOLDER` has. Of Mooring only the store is loaded.
 */
const source = await openPglite(process.env["BENCH_FOLDER"] ?? "");
const stored = await source.db.select().from(chunks);
await source.close();
const database = await openPglite(`${process.env["BENCH_FOLDER"] ?? ""}-alone`);
await migrate(database);
for (const chunk of stored) await database.db.insert(chunks).values(chunk);
const read = await database.db.select({ size: chunks.size }).from(chunks);
const bytes = stored.reduce((sum, { data }) => sum + data.byteLength, 0);
stored.length = 0;
globalThis.gc?.();
await new Promise((resolve) => setTimeout(resolve, 200));
process.stdout.write(
  `${JSON.stringify({ rssMb: process.memoryUsage.rss() / 1e6, chunks: read.length, storedMb: bytes / 1e6 })}\n`,
);
await database.close();
process.exit(0);

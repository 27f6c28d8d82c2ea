import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { silentLog } from "@/lib/testing/silent-log";
import { writeAudit } from "../audit/write-audit";
import { openDatabase } from "./open-database";
import { openPglite } from "./open-pglite";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "mooring-pglite-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("the embedded database", () => {
  it("keeps what was committed across a restart", async () => {
    const config = { dataDir: folder, databaseUrl: null };
    const first = await openDatabase(config, silentLog);
    const input = {
      actor: "local",
      action: "a",
      resource: "r",
      outcome: "succeeded",
      correlationId: "c",
    } as const;
    await writeAudit(first.db, input);
    await expect(openDatabase(config, silentLog)).rejects.toThrow("in use by another Mooring");
    await first.close();
    const second = await openDatabase(config, silentLog);
    const { rows } = await second.db.execute(sql`select count(*) as n from audit`);
    expect(rows).toEqual([{ n: 1 }]);
    await second.close();
  });

  it("lets others have their turn between the statements of a transaction", async () => {
    const database = await openPglite(null);
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 1);
    const statements = 20;
    await database.transaction(async (tx) => {
      for (let made = 0; made < statements; made += 1)
        await tx.execute(sql`select count(*) from generate_series(1, 50000)`);
    });
    clearInterval(ticking);
    // Each statement takes longer than the turn that PGlite may have at once.
    expect(turns).toBeGreaterThanOrEqual(statements / 2);
    await database.close();
  });

  it("throws where a transaction would wait for itself", async () => {
    const database = await openPglite(null);
    const inside = database.transaction(async () => {
      await database.db.execute(sql`select 1`);
    });
    await expect(inside).rejects.toThrow();
    await expect(inside).rejects.toMatchObject({
      cause: { message: expect.stringContaining("use its `tx`") as string },
    });
    await expect(database.db.execute(sql`select 1 as one`)).resolves.toMatchObject({ rows: [{ one: 1 }] });
    await database.close();
  });

  it("names the folder of a database that cannot be opened, and lets go of it", async () => {
    await mkdir(path.join(folder, "database"));
    await writeFile(path.join(folder, "database", "PG_VERSION"), "9.6\n");
    const opening = openPglite(folder);
    await expect(opening).rejects.toThrow(
      `The database in ${path.join(folder, "database")} cannot be opened`,
    );
    await rm(path.join(folder, "database"), { recursive: true });
    await (await openPglite(folder)).close();
  });
});

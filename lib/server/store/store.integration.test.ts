import { count, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { withDatabase } from "@/lib/testing/with-database";
import { writeAudit } from "../audit/write-audit";
import { migrate } from "./migrate";
import { migrations } from "./migrations";
import { audit } from "./schema/audit";
import { chunks } from "./schema/captures";
import { operations } from "./schema/operations";
import { plans } from "./schema/plans";

function auditInput(correlationId: string) {
  return {
    actor: "local",
    action: "plan.apply",
    resource: "fn",
    outcome: "succeeded",
    correlationId,
  } as const;
}

withDatabase("the store", (database) => {
  it("gives numbers, JSON and dates alike on both drivers", async () => {
    const { db } = database();
    const { rows } = await db.execute(
      sql`select count(*) as n, 5000000000::bigint as big, 1.5::numeric as x, '{"a":[1]}'::jsonb as j, timestamptz '2026-01-02T03:04:05.678Z' as at`,
    );
    expect(rows).toEqual([
      { n: 1, big: 5_000_000_000, x: 1.5, j: { a: [1] }, at: "2026-01-02 03:04:05.678+00" },
    ]);
    const raw = await database().executeSql("select count(*) as n, $1::jsonb as j", [{ b: 2 }]);
    expect(raw.rows).toEqual([{ n: 1, j: { b: 2 } }]);
  });

  it("gives a row back as it was stored", async () => {
    const { db } = database();
    const data = new Uint8Array([0, 1, 254, 255]);
    await db.insert(chunks).values({ hash: "h", data, size: 4 });
    const [chunk] = await db.select().from(chunks).where(eq(chunks.hash, "h"));
    expect(new Uint8Array(chunk?.data ?? [])).toEqual(data);
    await writeAudit(db, { ...auditInput("round"), detail: { "it's": ['"', null, 1] } });
    const [row] = await db.select().from(audit).where(eq(audit.correlationId, "round"));
    expect(row).toMatchObject({ ...auditInput("round"), detail: { "it's": ['"', null, 1] } });
    expect(row?.at).toBeInstanceOf(Date);
  });

  it("keeps nothing of a transaction that fails", async () => {
    const { db } = database();
    const failing = database().transaction(async (tx) => {
      await writeAudit(tx, auditInput("rolled-back"));
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    const [row] = await db.select({ n: count() }).from(audit).where(eq(audit.correlationId, "rolled-back"));
    expect(row).toEqual({ n: 0 });
  });

  it("holds one active operation per function, and any number of ended ones", async () => {
    const { db } = database();
    const at = new Date();
    await db.insert(plans).values({
      id: "plan",
      createdAt: at,
      intent: { kind: "detach-function", functionName: "fn" },
      // The column keeps whatever plan there is; this test looks at operations only.
      document: sql`'{}'::jsonb`,
      functionName: "fn",
    });
    const insert = (id: string, status: "succeeded" | "queued" | "running") =>
      db.insert(operations).values({
        id,
        status,
        planId: "plan",
        kind: "detach-function",
        title: "Detach fn",
        functionKey: "1/eu-west-1/fn",
        functionName: "fn",
        region: "eu-west-1",
        actor: "local",
        document: {},
        createdAt: at,
        correlationId: "c",
      });
    await insert("a", "succeeded");
    await insert("b", "succeeded");
    await insert("c", "running");
    await expect(insert("d", "queued")).rejects.toMatchObject({ cause: { code: "23505" } });
  });

  it("tells every listener once a transaction commits, and never of one that does not", async () => {
    const heard: string[] = [];
    const stop = await database().listen("room", (payload) => heard.push(payload));
    await database()
      .transaction(async (tx) => {
        await database().notify("room", "lost", tx);
        throw new Error("on purpose");
      })
      .catch(() => undefined);
    await database().transaction((tx) => database().notify("room", "kept", tx));
    await expect.poll(() => heard).toEqual(["kept"]);
    await stop();
    await database().notify("room", "after");
    expect(heard).toEqual(["kept"]);
  });

  it("leaves no transaction open after a script that failed", async () => {
    await expect(database().executeSql("begin; select 1/0; commit;")).rejects.toThrow("division by zero");
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await expect(database().executeSql("select 1 as one")).resolves.toEqual({ rows: [{ one: 1 }] });
    }
  });

  describe("migrations", () => {
    it("are applied once, however often and however many at a time start", async () => {
      await Promise.all([migrate(database()), migrate(database())]);
      const { rows } = await database().db.execute(sql`select name from migrations`);
      expect(rows).toEqual(migrations.map(({ name }) => ({ name })));
    });

    it("are refused where the database is newer than the app", async () => {
      await expect(migrate(database(), [])).rejects.toThrow("made by a newer Mooring");
    });

    it("are all or nothing", async () => {
      const broken = { name: "9999_broken", statements: ["create table half_done (id int)", "select 1/0"] };
      await expect(migrate(database(), [...migrations, broken])).rejects.toThrow();
      const { rows } = await database().db.execute(sql`select to_regclass('half_done') as half`);
      expect(rows).toEqual([{ half: null }]);
    });
  });
});

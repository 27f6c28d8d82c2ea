import { expect, it } from "vitest";
import { auditList } from "@/lib/contract/audit";
import { createTestContext } from "@/lib/testing/test-context";
import { withDatabase } from "@/lib/testing/with-database";
import { audit } from "../../store/schema/audit";
import { getHealth } from "../health/get-health";
import { listAudit } from "./list-audit";

withDatabase("the audit", (database) => {
  it("is listed newest first, every row once, also where many carry the same time", async () => {
    const ids = Array.from({ length: 25 }, (_item, n) => `row-${String(n).padStart(2, "0")}`);
    const rows = ids.map((id, n) => ({
      id,
      at: new Date(Date.UTC(2026, 0, 1) + Math.floor(n / 10) * 1000),
      actor: "local",
      action: "a",
      resource: "r",
      outcome: "succeeded" as const,
      correlationId: id,
    }));
    await database().db.insert(audit).values(rows);
    const ctx = createTestContext({ database: database() });
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = auditList.parse(
        await listAudit(ctx, { limit: 5, ...(cursor === undefined ? {} : { cursor }) }),
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
      pages += 1;
    } while (cursor !== undefined);
    expect(seen).toEqual(ids.toReversed());
    expect(pages).toBe(5);
  });

  it.each(["x", "", "W10", Buffer.from('["now","id"]').toString("base64url")])(
    "refuses the cursor '%s'",
    async (cursor) => {
      const ctx = createTestContext({ database: database() });
      await expect(listAudit(ctx, { limit: 5, cursor })).rejects.toMatchObject({
        code: "invalid_request",
        field: "cursor",
      });
    },
  );

  it("lives in a store whose health names it", async () => {
    const ctx = createTestContext({ database: database() });
    expect(await getHealth(ctx)).toEqual({ status: "ok", store: database().kind });
  });
});

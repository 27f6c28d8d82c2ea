import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestContext } from "@/lib/testing/test-context";
import { withDatabase } from "@/lib/testing/with-database";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { audit } from "../../store/schema/audit";
import { advanceSandbox } from "./advance-sandbox";

withDatabase("advancing the sandbox's clock", (database) => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ scenario: "empty" });
  });
  afterAll(() => sandbox.close());
  const context = () => {
    const ctx = createTestContext({ database: database() });
    return { ...ctx, config: { ...ctx.config, endpoint: sandbox.url } };
  };

  it("moves it and records that", async () => {
    const ctx = context();
    const { now, advancedSeconds } = await advanceSandbox(ctx, { seconds: 86_400 });
    expect(advancedSeconds).toBe(86_400);
    expect(Date.parse(now)).toBeGreaterThan(Date.now() + 86_000_000);
    const rows = await database().db.select().from(audit).where(eq(audit.correlationId, ctx.correlationId));
    expect(rows).toMatchObject([
      { action: "sandbox.advance", outcome: "succeeded", detail: { seconds: 86_400 } },
    ]);
  });

  it("is not there where the app looks at AWS", async () => {
    const ctx = context();
    const advancing = advanceSandbox({ ...ctx, config: { ...ctx.config, mode: "aws" } }, { seconds: 1 });
    await expect(advancing).rejects.toMatchObject({ code: "not_found" });
  });

  it("says so where the sandbox does not answer", async () => {
    const advancing = advanceSandbox(createTestContext({ database: database() }), { seconds: 1 });
    await expect(advancing).rejects.toMatchObject({ code: "not_ready" });
  });
});

import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { endpoint } from "@/lib/contract/endpoints/endpoint";
import { errorBody } from "@/lib/contract/error-body";
import { createTestContext } from "@/lib/testing/test-context";
import { withDatabase } from "@/lib/testing/with-database";
import { writeAudit } from "../audit/write-audit";
import type { RequestContext } from "../context";
import { audit } from "../store/schema/audit";
import { ApiError } from "./api-error";
import { handleRoute } from "./handle-route";
import { respond } from "./respond";

const read = endpoint({
  id: "getThing",
  method: "GET",
  path: "/api/snapshots/{id}",
  summary: "",
  permission: "snapshots:read",
  status: 200,
  query: z.object({ n: z.coerce.number().default(1) }),
  body: z.undefined(),
  response: z.object({ n: z.number() }),
});
const change = endpoint({
  id: "changeThing",
  method: "POST",
  path: "/api/plans",
  summary: "",
  permission: "plans:create",
  status: 201,
  query: z.object({}),
  body: z.object({ name: z.string().max(10) }),
  response: z.object({ name: z.string() }),
});

withDatabase("a route", (database) => {
  // Real ids: audit rows are found by them.
  const server = () => createTestContext({ database: database(), ids: { uuid: () => crypto.randomUUID() } });
  const url = "http://127.0.0.1:3000/api/plans";
  const headers = { host: "127.0.0.1:3000", "content-type": "application/json" };
  const get = (query = "", more: Record<string, string> = {}) =>
    new Request(`${url}${query}`, { headers: { ...headers, ...more } });
  const post = (body: unknown, more: Record<string, string> = {}) =>
    new Request(url, { method: "POST", headers: { ...headers, ...more }, body: JSON.stringify(body) });
  const auditOf = async (response: Response) => {
    const id = response.headers.get("x-correlation-id") ?? "";
    const rows = await database().db.select().from(audit).where(eq(audit.correlationId, id));
    return rows.map(({ actor, action, resource, outcome, detail }) => ({
      actor,
      action,
      resource,
      outcome,
      detail,
    }));
  };
  const record = (ctx: RequestContext) =>
    writeAudit(ctx.database.db, {
      actor: ctx.actor.id,
      action: "thing.change",
      resource: "thing",
      outcome: "succeeded",
      correlationId: ctx.correlationId,
    });
  const changed = async ({ ctx, body }: { ctx: RequestContext; body: { name: string } }) => {
    await record(ctx);
    return { name: body.name };
  };

  it("answers with the parsed query, uncached, and a correlation id of its own", async () => {
    const first = await handleRoute(read, ({ query }) => Promise.resolve(query), server(), get("?n=5"), {
      id: "x",
    });
    expect([first.status, await first.json()]).toEqual([200, { n: 5 }]);
    expect(first.headers.get("cache-control")).toBe("no-store");
    const second = await handleRoute(read, ({ query }) => Promise.resolve(query), server(), get(), {
      id: "x",
    });
    expect(second.headers.get("x-correlation-id")).not.toBe(first.headers.get("x-correlation-id"));
  });

  it("hands over the path's parameters and lets a handler choose status and headers", async () => {
    const response = await handleRoute(
      read,
      ({ params }) =>
        Promise.resolve(respond({ n: params.id.length }, { status: 202, headers: { location: "/x" } })),
      server(),
      get(),
      { id: "abc" },
    );
    expect([response.status, response.headers.get("location"), await response.json()]).toEqual([
      202,
      "/x",
      { n: 3 },
    ]);
  });

  it("fails loudly where an answer breaks the contract, but not in production", async () => {
    // What a bug would give, past the compiler.
    const broken = () => Promise.resolve({ n: "five" } as unknown as { n: number });
    const response = await handleRoute(read, broken, server(), get(), { id: "x" });
    expect(response.status).toBe(500);
    const ctx = server();
    const live = { ...ctx, config: { ...ctx.config, isProduction: true } };
    expect((await handleRoute(read, broken, live, get(), { id: "x" })).status).toBe(200);
  });

  it("lets a mutation through that leaves its audit row", async () => {
    const response = await handleRoute(change, changed, server(), post({ name: "a" }), {});
    expect([response.status, await response.json()]).toEqual([201, { name: "a" }]);
    expect(await auditOf(response)).toMatchObject([{ action: "thing.change", outcome: "succeeded" }]);
  });

  it("fails a mutation that leaves none", async () => {
    const silent = ({ body }: { body: { name: string } }) => Promise.resolve({ name: body.name });
    const response = await handleRoute(change, silent, server(), post({ name: "a" }), {});
    expect(response.status).toBe(500);
    expect(await auditOf(response)).toMatchObject([{ action: "changeThing", outcome: "failed" }]);
  });

  it.each([
    ["another origin", () => post({ name: "a" }, { origin: "http://evil.test" }), 403, "forbidden"],
    ["another site", () => post({ name: "a" }, { "sec-fetch-site": "cross-site" }), 403, "forbidden"],
    ["a rebound name", () => post({ name: "a" }, { host: "evil.test:3000" }), 403, "forbidden"],
    ["a form", () => post({ name: "a" }, { "content-type": "text/plain" }), 415, "unsupported_media_type"],
    ["a wrong field", () => post({ name: "more than ten" }), 400, "invalid_request"],
    ["no JSON", () => new Request(url, { method: "POST", headers, body: "{" }), 400, "invalid_request"],
    ["too much", () => post({ name: "x".repeat(1024 * 1024) }), 413, "too_large"],
  ])("refuses %s before the handler, and records that", async (_what, request, status, code) => {
    let isHandled = false;
    const handler = (input: { ctx: RequestContext; body: { name: string } }) => {
      isHandled = true;
      return changed(input);
    };
    const response = await handleRoute(change, handler, server(), request(), {});
    expect([response.status, isHandled]).toEqual([status, false]);
    expect(errorBody.parse(await response.json()).error.code).toBe(code);
    expect(await auditOf(response)).toMatchObject([
      { actor: "local", action: "changeThing", resource: "/api/plans", outcome: "refused", detail: { code } },
    ]);
  });

  it("records a service's refusal once, also where the service did so itself", async () => {
    const refuse = () => Promise.reject(new ApiError("conflict", "no"));
    const response = await handleRoute(change, refuse, server(), post({ name: "a" }), {});
    expect([response.status, await auditOf(response)]).toMatchObject([409, [{ outcome: "refused" }]]);
    const recordAndRefuse = async ({ ctx }: { ctx: RequestContext }) => {
      await record(ctx);
      throw new ApiError("conflict", "no");
    };
    const second = await handleRoute(change, recordAndRefuse, server(), post({ name: "a" }), {});
    expect([second.status, await auditOf(second)]).toMatchObject([409, [{ action: "thing.change" }]]);
  });

  it("takes a POST that only reads as the read that it is: neither its answer nor its refusal is recorded", async () => {
    const ask = { ...change, isRead: true };
    const handler = ({ body }: { body: { name: string } }) => Promise.resolve({ name: body.name });
    const answered = await handleRoute(ask, handler, server(), post({ name: "a" }), {});
    expect([answered.status, await auditOf(answered)]).toEqual([201, []]);
    const refused = await handleRoute(ask, handler, server(), post({ name: 5 }), {});
    expect([refused.status, await auditOf(refused)]).toEqual([400, []]);
    const foreign = await handleRoute(
      ask,
      handler,
      server(),
      post({ name: "a" }, { origin: "http://evil.test" }),
      {},
    );
    expect(foreign.status).toBe(403);
  });

  it("refuses a read from another site, and records nothing of it", async () => {
    const handler = () => Promise.resolve({ n: 1 });
    const response = await handleRoute(read, handler, server(), get("", { origin: "http://evil.test" }), {
      id: "x",
    });
    expect([response.status, await auditOf(response)]).toEqual([403, []]);
  });

  describe("in sending what no text column can hold", () => {
    it("is told so, not that it is our bug", async () => {
      const store = async ({ ctx, body }: { ctx: RequestContext; body: { name: string } }) => {
        await writeAudit(ctx.database.db, {
          actor: "local",
          action: "a",
          resource: body.name,
          outcome: "succeeded",
          correlationId: ctx.correlationId,
        });
        return body;
      };
      const response = await handleRoute(change, store, server(), post({ name: "a\u0000b" }), {});
      expect(response.status).toBe(400);
      expect(await auditOf(response)).toMatchObject([{ outcome: "refused" }]);
    });
  });
});

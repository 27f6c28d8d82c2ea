import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { environment } from "@/lib/contract/environment";
import { createFakeClock } from "@/lib/testing/fake-clock";
import { createTestContext } from "@/lib/testing/test-context";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { createAwsClients } from "../../aws/aws-clients";
import type { RequestContext } from "../../context";
import { getEnvironment } from "./get-environment";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty", speed: 20 });
});
afterAll(() => sandbox.close());

function context(overrides: Partial<RequestContext> = {}, credentials = sandbox.credentials): RequestContext {
  const ctx = createTestContext();
  return {
    ...ctx,
    config: { ...ctx.config, endpoint: sandbox.url },
    aws: createAwsClients({ mode: "sandbox", region: "eu-west-1", endpoint: sandbox.url, credentials }),
    ...overrides,
  };
}

describe("getEnvironment", () => {
  it("says which sandbox the app looks at, and as whom", async () => {
    const found = await getEnvironment(context());
    expect(environment.parse(found)).toEqual(found);
    expect(found).toMatchObject({ mode: "sandbox", region: "eu-west-1", endpoint: sandbox.url });
    expect(found.accountId).toMatch(/^\d{12}$/);
    expect(found.callerArn).toMatch(/^arn:aws:/);
    expect(found.sandbox).toMatchObject({ scenario: "empty", speed: 20 });
    expect(found.sandboxError).toBeUndefined();
  });

  it("asks for the identity once a minute", async () => {
    const clock = createFakeClock();
    const ctx = context({ clock });
    await sandbox.control("DELETE", "calls");
    const calls = async () =>
      JSON.stringify(await sandbox.control("GET", "calls")).split("GetCallerIdentity").length - 1;
    await Promise.all([getEnvironment(ctx), getEnvironment(ctx)]);
    await getEnvironment(ctx);
    const once = await calls();
    expect(once).toBeGreaterThan(0);
    clock.advance(61_000);
    await getEnvironment(ctx);
    expect(await calls()).toBe(once * 2);
  });

  it("says why the identity could not be read, instead of failing", async () => {
    const found = await getEnvironment(context({}, sandbox.clientConfig("expired").credentials));
    expect(found).toMatchObject({ accountId: null, callerArn: null });
    expect(found.identityError).toMatch(/credentials/);
  });

  it("still answers where the sandbox is down, and says that it is", async () => {
    const ctx = context();
    const endpoint = "http://127.0.0.1:1";
    const aws = createAwsClients({ mode: "sandbox", region: "eu-west-1", endpoint, maxAttempts: 1 });
    const found = await getEnvironment({ ...ctx, aws, config: { ...ctx.config, endpoint } });
    expect(found).toMatchObject({
      accountId: null,
      identityError: expect.stringContaining("could not be reached") as string,
    });
    expect(found.sandbox).toBeUndefined();
    // Why it does not answer too: the port that nobody listens on.
    expect(found.sandboxError).toMatch(/^The sandbox does not answer: .*(ECONNREFUSED|bad port).*\.$/);
  });

  it("says what else than a sandbox answers where it looks for one", async () => {
    const ctx = context();
    const other = createServer((_request, response) => response.writeHead(502).end("<html>"));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    // A server that listens on a port has an address of this form.
    const { port } = other.address() as AddressInfo;
    try {
      const config = { ...ctx.config, endpoint: `http://127.0.0.1:${String(port)}` };
      expect((await getEnvironment({ ...ctx, config })).sandboxError).toBe(
        "The sandbox does not answer: the sandbox answered 502 to GET /_sandbox/state.",
      );
    } finally {
      other.close();
    }
  });

  it("looks for no sandbox where it looks at AWS", async () => {
    const ctx = context();
    const found = await getEnvironment({ ...ctx, config: { ...ctx.config, mode: "aws" } });
    expect(found).toMatchObject({ mode: "aws" });
    expect(found.sandbox).toBeUndefined();
  });
});

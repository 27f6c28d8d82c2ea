import { test as base } from "playwright/test";
import { SandboxControl } from "./sandbox-control";

/** Each test gets the sandbox's control, and leaves no fault behind. It waits until the account has been read. */
export const test = base.extend<{ sandbox: SandboxControl; accountIsRead: undefined }>({
  sandbox: async ({ request, baseURL }, provide) => {
    const sandbox = new SandboxControl(request, baseURL ?? "");
    await provide(sandbox);
    await sandbox.clearFaults();
  },
  accountIsRead: [
    async ({ request }, provide) => {
      await base.expect
        .poll(async () => (await request.get("/api/functions?limit=1")).status(), { timeout: 30_000 })
        .toBe(200);
      await provide(undefined);
    },
    { auto: true },
  ],
});

export { expect } from "playwright/test";

import { expect, test } from "playwright/test";
import { ConnectWizard } from "../pages/connect-wizard";
import { OperationProgress } from "../pages/operation-progress";
import { PrivateMooring } from "../support/private-mooring";
import { SandboxControl } from "../support/sandbox-control";

test("carries an operation on after the server was killed in its middle, and does nothing twice", async ({
  browser,
  request,
}) => {
  test.setTimeout(180_000);
  // Slow enough that there is a middle to be killed in.
  const mooring = new PrivateMooring({ MOORING_SANDBOX_SPEED: "4" });
  await mooring.start();
  const context = await browser.newContext({ baseURL: mooring.url });
  try {
    const page = await context.newPage();
    await expect.poll(async () => (await request.get(`${mooring.url}/api/functions`)).status()).toBe(200);
    const wizard = new ConnectWizard(page);
    await wizard.open("warehouse-sync");
    await wizard.choose("prod-vpc", ["prod-private-a", "prod-private-b"], ["bastion"]);
    await wizard.acknowledgeAll();
    await wizard.saveButton.click();
    const progress = new OperationProgress(page);
    await expect(progress.states).toContainText("InProgress");
    await mooring.kill();
    await mooring.start();
    await page.reload();
    await progress.expectStatus("Succeeded");
    await expect(progress.states).toContainText("Successful");
    const calls = await new SandboxControl(request, mooring.url).calls();
    expect(calls).not.toContain("lambda:UpdateFunctionConfiguration");
  } finally {
    await context.close();
    await mooring.stop();
  }
});

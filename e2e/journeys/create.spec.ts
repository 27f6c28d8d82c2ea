import { ConnectWizard } from "../pages/connect-wizard";
import { OperationProgress } from "../pages/operation-progress";
import { getFunction } from "../support/api";
import { expect, test } from "../support/test";

test("creates a function from the ready sample, in a VPC", async ({ page, request }) => {
  await page.goto("/functions/new");
  const role = page.getByRole("option", { name: /lambda-vpc-role/ });
  await expect(async () => {
    await page.getByRole("button", { name: "Execution role" }).click();
    await expect(role).toBeVisible({ timeout: 1000 });
  }).toPass();
  await role.click();
  await page.getByRole("textbox", { name: "Function name" }).fill("hello-from-mooring");
  await page.getByRole("button", { name: "Next: Code" }).click();
  await page.getByRole("button", { name: "Next: VPC" }).click();
  await page.getByRole("checkbox", { name: "Enable VPC" }).check();
  const wizard = new ConnectWizard(page);
  await wizard.choose("staging-vpc", ["staging-private-a", "staging-private-b"], ["staging-functions"]);
  await wizard.acknowledgeAll();
  await page.getByRole("button", { name: /^Create hello-from-mooring/ }).click();
  const progress = new OperationProgress(page);
  await progress.expectStatus("Succeeded");
  await expect(progress.states).toContainText("Pending");
  const created = await getFunction(request, "hello-from-mooring");
  expect(created.state).toBe("Active");
  expect(created.vpcName).toBe("staging-vpc");
});

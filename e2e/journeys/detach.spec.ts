import { ConnectWizard } from "../pages/connect-wizard";
import { OperationProgress } from "../pages/operation-progress";
import { getFunction } from "../support/api";
import { expect, test } from "../support/test";

test("detaches a function after saying what it loses and what stays", async ({ page, request }) => {
  const wizard = new ConnectWizard(page);
  await page.goto("/connect/detach?functionName=orders-refund");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Detach orders-refund from prod-vpc");
  await expect(page.getByText(/orders-worker/).first()).toBeVisible();
  const difference = page.getByRole("region", { name: "What it gains and loses" });
  await expect(difference.getByRole("list", { name: "Lost" })).toContainText("orders-db");
  await expect(difference.getByText(/targets stay as they are/)).toBeVisible();
  await expect(wizard.check("What it would no longer reach")).toContainText("It loses");
  const save = page.getByRole("button", { name: "Detach orders-refund from prod-vpc" });
  await expect(save).toBeDisabled();
  await wizard.acknowledgeAll();
  await save.click();
  const progress = new OperationProgress(page);
  await progress.expectStatus("Succeeded");
  const { vpcConfig } = await getFunction(request, "orders-refund");
  expect(vpcConfig).toBeNull();
});

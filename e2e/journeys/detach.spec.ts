import { OperationProgress } from "../pages/operation-progress";
import { getFunction } from "../support/api";
import { expect, test } from "../support/test";

test("detaches a function after saying what it loses and what stays", async ({ page, request }) => {
  await page.goto("/connect/detach?functionName=orders-refund");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Detach orders-refund from prod-vpc");
  await expect(page.getByText(/orders-worker/).first()).toBeVisible();
  const save = page.getByRole("button", { name: "Detach orders-refund from prod-vpc" });
  await expect(save).toBeDisabled();
  await page.getByRole("checkbox", { name: "I know, and want it so" }).check();
  await save.click();
  const progress = new OperationProgress(page);
  await progress.expectStatus("Succeeded");
  const { vpcConfig } = await getFunction(request, "orders-refund");
  expect(vpcConfig).toBeNull();
});

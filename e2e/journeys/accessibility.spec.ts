import { expectAccessible } from "../support/accessibility";
import { getVpcByName } from "../support/api";
import { expect, test } from "../support/test";

const paths = [
  "/functions",
  "/functions?q=nothing-is-called-this",
  "/functions/orders-api",
  "/functions/seasonal-campaign",
  "/functions/invoice-archiver",
  "/functions/no-such-function",
  "/functions/new",
  "/connect?functionName=warehouse-sync",
  "/connect/detach?functionName=orders-api",
  "/topology",
  "/topology?view=table",
  "/operations",
  "/operations/no-such-operation",
  "/snapshots",
  "/snapshots?retention=true",
  "/snapshots/import",
  "/snapshots/no-such-snapshot/compare?with=none",
  "/audit",
  "/no-such-page",
];

for (const path of paths) {
  test(`axe finds nothing on ${path}, light and dark`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page, "light");
    await expectAccessible(page, "dark");
  });
}

test("axe finds nothing on a VPC's diagram with a selection, in both themes", async ({ page, request }) => {
  const { vpcId } = await getVpcByName(request, "prod-vpc");
  await page.goto(`/topology?vpcId=${vpcId}`);
  const node = page.getByText("orders-functions").first();
  await expect(node).toBeVisible({ timeout: 30_000 });
  await node.click();
  await expectAccessible(page, "light");
  await expectAccessible(page, "dark");
});

test("no page scrolls sideways at 390 px", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});

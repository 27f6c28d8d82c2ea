import type { Page } from "playwright/test";
import { topology, type TopologyNode } from "@/lib/contract/topology";
import { expectAccessible } from "../support/accessibility";
import { expect, test } from "../support/test";

const pad = (index: number) => String(index).padStart(3, "0");

/** Answers the overview as an account with 500 VPCs would: two of five with functions, each peered with the next. */
async function showManyVpcs(page: Page): Promise<void> {
  const nodes: TopologyNode[] = [
    { id: "region", kind: "region", label: "eu-west-1", sublabel: "account 123456789012", facts: [] },
  ];
  for (let index = 0; index < 500; index += 1) {
    const id = `vpc-${pad(index)}`;
    const counts = { functions: index % 5 < 2 ? 40 : 0, connections: 1, subnets: 6 };
    const label = `team-${pad(index)}`;
    nodes.push({ id, kind: "vpc", parentId: "region", label, resourceId: id, counts, facts: [] });
  }
  const edges = Array.from({ length: 499 }, (_none, index) => ({
    id: `peering-${index}`,
    kind: "peering" as const,
    source: `vpc-${pad(index)}`,
    target: `vpc-${pad(index + 1)}`,
    evidence: "peered",
  }));
  const snapshot = { snapshotId: "many", capturedAt: "2026-11-01T00:00:00.000Z", vpcId: null, gaps: [] };
  const body = topology.parse({ ...snapshot, nodes, edges });
  await page.route(/\/api\/topology(\?|$)/, (route) => route.fulfill({ json: body }));
}

test("an overview of 500 VPCs is read at one glance, searched, and walked by keyboard", async ({ page }) => {
  await showManyVpcs(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/topology");
  const tile = (label: string) => page.locator(".react-flow__node").filter({ hasText: label });
  const fold = page.getByLabel("300 VPCs without functions, folded");
  await expect(tile("team-000")).toBeInViewport();
  await expect(tile("team-496")).toBeInViewport();
  await expect(fold).toBeInViewport();
  expect((await tile("team-000").boundingBox())?.height, "px of a tile").toBeGreaterThan(20);
  await expectAccessible(page, "light");
  await expectAccessible(page, "dark");
  await tile("team-000").hover();
  await expect(page.locator(".react-flow__edge")).toHaveCount(1);
  await tile("team-000").focus();
  await page.keyboard.press("End");
  await expect(fold).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("300 VPCs without functions, shown")).toBeFocused();
  await expect(tile("team-002")).toBeVisible();
  await page.getByRole("combobox", { name: "Find in the topology" }).fill("team-499");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/selected=vpc-499/);
  await page.reload();
  await expect(tile("team-499")).toBeInViewport();
  await expect(page.getByRole("complementary", { name: "About team-499" })).toContainText("team-498");
});

test("an overview of 500 VPCs is a strip of two columns on a phone, and a table beside it", async ({
  page,
}) => {
  await showManyVpcs(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/topology?view=diagram");
  const tile = page.locator(".react-flow__node").filter({ hasText: "team-000" });
  await expect(tile).toBeInViewport({ ratio: 0.99 });
  expect((await tile.boundingBox())?.width, "px of a tile").toBeGreaterThan(150);
  await page.getByRole("button", { name: "Table" }).click();
  const row = page.getByRole("table", { name: "Table of resources" }).getByRole("row", { name: /team-000/ });
  // Long cells stand below their row on a phone.
  await expect(row.locator("xpath=following-sibling::tr[1]")).toContainText("40 functions · 6 subnets");
});

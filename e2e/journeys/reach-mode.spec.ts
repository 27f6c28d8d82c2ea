import type { Page } from "playwright/test";
import { connectionWays } from "@/lib/contract/reachability/ways";
import { expectAccessible } from "../support/accessibility";
import { getVpcByName } from "../support/api";
import { expect, test } from "../support/test";

const line = (page: Page, name: RegExp) => page.getByRole("group", { name });

test("all that a connection reaches is drawn with its evidence, by keyboard, and Escape leaves", async ({
  page,
  request,
}) => {
  const { vpcId } = await getVpcByName(request, "prod-vpc");
  await page.goto(`/topology?vpcId=${vpcId}`);
  const node = page.getByRole("group", { name: /^Connection catalog-functions/ });
  await node.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "What it reaches" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/mode=reaches&connection=conn-/);
  const connectionId = new URL(page.url()).searchParams.get("connection") ?? "";
  const ways = connectionWays.parse(
    await (await request.get(`/api/reachability/ways?connectionId=${connectionId}`)).json(),
  );
  const count = (verdict: string) => ways.items.filter((item) => item.verdict === verdict).length;
  const bar = page.getByRole("region", { name: "What a connection reaches" });
  await expect(bar).toContainText(`${count("reachable")} of ${ways.items.length} targets reached`);
  await expect(bar).toContainText(`${count("mixed")} mixed`);
  const panel = page.getByRole("complementary", { name: "What it reaches" });
  await expect(panel.getByRole("region", { name: "Blocked" }).getByRole("listitem")).toHaveCount(
    count("unreachable"),
  );
  const toNat = line(page, /^prod-private-a to prod-nat-a: Mixed\./);
  await toNat.focus();
  await expect(toNat).toHaveAccessibleName(/Internet.*0\.0\.0\.0\/0 → nat-/);
  await expect(page.getByRole("heading", { name: "prod-private-a to prod-nat-a" })).toBeVisible();
  await expect(line(page, /^prod-private-c to prod-nat/)).toHaveCount(0);
  await expectAccessible(page, "light");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "prod-private-a to prod-nat-a" })).toHaveCount(0);
  await expectAccessible(page, "dark");
  await page.reload();
  await expect(toNat).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/mode=/);
  await expect(page.getByRole("button", { name: "What it reaches" })).toHaveAttribute(
    "aria-pressed",
    "false",
  );
});

test("one target's way is lit alone, and the tables hold every target and line", async ({
  page,
  request,
}) => {
  const { vpcId } = await getVpcByName(request, "prod-vpc");
  await page.goto(`/topology?vpcId=${vpcId}`);
  await page.getByRole("button", { name: "What it reaches" }).click();
  await page.getByRole("combobox", { name: "Connection whose reach is drawn" }).click();
  await page.getByRole("option", { name: /^orders-functions, \d+ functions/ }).click();
  await page.getByRole("button", { name: "orders-db", exact: true }).click();
  await expect(page).toHaveURL(/target=db:orders-db/);
  await expect(line(page, /^prod-to-data to data-vpc: Reachable/)).toBeVisible();
  await expect(line(page, /^prod-igw to Internet/)).toHaveCount(0);
  await page.getByRole("button", { name: "Table", exact: true }).click();
  const table = page.getByRole("table", { name: "What orders-functions reaches" });
  await expect(table.getByRole("row", { name: /^orders-db/ })).toContainText(
    "orders-functions → prod-private-a → prod-to-data → data-vpc",
  );
  await expect(table.getByRole("row", { name: /^catalog-db/ })).toContainText("has no inbound rule");
  await expect(
    page
      .getByRole("table", { name: "Lines that it goes over" })
      .getByRole("row", { name: /^prod-nat-a to prod-igw/ }),
  ).toContainText("KMS");
  await expectAccessible(page, "light");
  await table.getByRole("link", { name: "catalog-db" }).click();
  await expect(page).toHaveURL(/reachability\?from=function/);
  await page.goBack();
  await page.getByRole("button", { name: "Leave" }).click();
  await expect(table).toHaveCount(0);
});

test("a connection of another VPC, and one that there is not, are told apart", async ({ page, request }) => {
  const { vpcId } = await getVpcByName(request, "prod-vpc");
  const other = await getVpcByName(request, "staging-vpc");
  await page.goto(`/topology?vpcId=${vpcId}&mode=reaches&connection=conn-0`);
  await expect(page.getByText("conn-0 is no connection of this snapshot.").first()).toBeVisible();
  await page.goto(`/topology?vpcId=${vpcId}`);
  await page.getByRole("group", { name: /^Connection orders-functions, \d+ functions/ }).click();
  await page.getByRole("button", { name: "Draw all it reaches" }).click();
  const bar = page.getByRole("region", { name: "What a connection reaches" });
  await expect(bar).toContainText("targets reached");
  await page.goto(page.url().replace(vpcId, other.vpcId));
  await expect(bar).toContainText("it is of another VPC");
  await bar.getByRole("button", { name: "Open prod-vpc" }).click();
  await expect(bar).toContainText("targets reached");
});

import type { APIRequestContext } from "playwright/test";
import { retentionPreview } from "@/lib/contract/retention";
import { snapshotList } from "@/lib/contract/snapshots";
import { RetentionRulePage } from "../pages/retention-rule";
import { expectAccessible } from "../support/accessibility";
import { expect, test } from "../support/test";

async function readEverything(request: APIRequestContext): Promise<void> {
  const answer = await request.post("/api/snapshots", { data: { source: "live" } });
  expect(answer.status(), await answer.text()).toBe(201);
}

async function snapshotIds(request: APIRequestContext): Promise<string[]> {
  const { items } = snapshotList.parse(await (await request.get("/api/snapshots")).json());
  return items.map(({ id }) => id);
}

async function currentRule(request: APIRequestContext) {
  const answer = await request.get("/api/settings/retention/preview");
  return retentionPreview.parse(await answer.json()).rule;
}

test("numbers that no rule can have are refused where they stand, and nothing is saved", async ({
  page,
  request,
}) => {
  const before = await currentRule(request);
  const form = new RetentionRulePage(page);
  await form.open();
  await form.recentHours.fill("0");
  await form.recentMost.fill("1.5");
  await form.dailyDays.fill("");
  await expect(form.dialog.getByText("A whole number from 1 to 744.")).toBeVisible();
  await expect(form.dialog.getByText("A whole number from 1 to 10,000.")).toBeVisible();
  await expect(form.dialog.getByText("A whole number from 0 to 3,650.")).toBeVisible();
  await expect(form.dialog.getByRole("status")).toContainText("when the numbers are right");
  await expect(form.saveButton).toBeDisabled();
  await form.recentHours.press("Enter");
  await expectAccessible(page, "light");
  await expectAccessible(page, "dark");
  await page.keyboard.press("Escape");
  await expect(form.dialog).toBeHidden();
  await expect(page).toHaveURL(/\/snapshots$/);
  expect(await currentRule(request)).toEqual(before);
});

test("what a rule would delete has to be known before it can be saved", async ({ page }) => {
  const form = new RetentionRulePage(page);
  await page.route(/retention\/preview\?/, (route) => route.fulfill({ status: 502, body: "Bad gateway" }));
  await form.open();
  await form.recentHours.fill("5");
  await expect(form.dialog.getByText(/not known, so it cannot be saved/)).toBeVisible({ timeout: 30_000 });
  await expect(form.saveButton).toBeDisabled();
  await page.unroute(/retention\/preview\?/);
  await form.dialog.getByRole("button", { name: "Try again" }).click();
  await expect(form.dialog.getByRole("status")).toContainText("would be deleted now");
  await expect(form.saveButton).toBeEnabled();
});

test("a stricter rule deletes just what it said it would, and is there when one comes back", async ({
  page,
  request,
}) => {
  const rule = await currentRule(request);
  await readEverything(request);
  await readEverything(request);
  const before = await snapshotIds(request);
  try {
    const form = new RetentionRulePage(page);
    await form.open();
    await form.recentMost.fill("1");
    await form.dailyDays.fill("0");
    await expect(form.dialog.getByRole("status")).toContainText(/[1-9]\d* snapshots? would be deleted now/);
    await expect(form.saveButton).toHaveText(/delete [1-9]/);
    const promised = Number(/delete (\d+)/.exec((await form.saveButton.textContent()) ?? "")?.[1]);
    await form.dailyDays.press("Enter");
    await expect(form.dialog).toBeHidden();
    const after = await snapshotIds(request);
    expect(before.length - after.length).toBe(promised);
    expect(after[0]).toBe(before[0]);
    await expect(page.getByRole("table").getByText("newest")).toBeVisible();
    await page.goto("/snapshots?retention=true");
    await expect(form.recentMost).toHaveValue("1");
    await expect(form.dailyDays).toHaveValue("0");
    await expect(form.dialog.getByRole("status")).toContainText("Nothing would be deleted now.");
    await expect(form.saveButton).toBeDisabled();
  } finally {
    const restored = await request.post("/api/settings/retention", { data: rule });
    expect(restored.status(), await restored.text()).toBe(200);
  }
});

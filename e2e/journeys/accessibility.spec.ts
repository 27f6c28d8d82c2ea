import { snapshotList } from "@/lib/contract/snapshots";
import { expectAccessible, expectNoSidewaysScroll } from "../support/accessibility";
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
  "/reachability",
  "/reachability?from=function:orders-api&to=internet",
  "/reachability?from=function:payments-authorize&to=db:orders-db",
  "/reachability?from=function:no-such-function&to=internet",
  "/reachability?from=function:orders-api&to=what-is-this",
  "/reachability/matrix",
  "/reachability/matrix?q=nothing-is-called-this",
  "/reachability/matrix?show=problems",
  "/topology?mode=reaches",
  "/operations",
  "/operations/no-such-operation",
  "/snapshots",
  "/snapshots/import",
  "/snapshots/no-such-snapshot/compare?with=none",
  "/audit",
  "/no-such-page",
];

for (const path of paths) {
  test(`axe finds nothing on ${path}, light and dark, and a phone shows it without scrolling sideways`, async ({
    page,
  }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page, "light");
    await expectAccessible(page, "dark");
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
  });
}

const refusal = { error: { code: "internal", message: "It broke.", nextStep: "Look into the log." } };

test("axe finds nothing on Reachability on a phone while the answer is awaited, and where it fails", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  let release: (() => void) | undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/api/reachability", async (route) => {
    await held;
    await route.fulfill({ status: 500, json: refusal });
  });
  await page.goto("/reachability?from=function:orders-api&to=internet");
  await expect(page.getByRole("status", { name: "Working out the answer" })).toBeVisible();
  await expectAccessible(page, "dark", { isWaiting: true });
  release?.();
  const main = page.getByRole("main");
  await expect(main.getByRole("alert")).toContainText("The answer could not be worked out");
  await expect(main.getByRole("button", { name: "Try again" })).toBeVisible();
  await expectAccessible(page, "dark");
  await expectNoSidewaysScroll(page);
});

test("axe finds nothing on a VPC's diagram with a selection, in both themes", async ({ page, request }) => {
  const { vpcId } = await getVpcByName(request, "prod-vpc");
  await page.goto(`/topology?vpcId=${vpcId}`);
  const node = page.getByText("orders-functions").first();
  await expect(node).toBeVisible({ timeout: 30_000 });
  await node.click();
  await expectAccessible(page, "light");
  await expectAccessible(page, "dark");
});

test("a snapshot's calls are sorted by keyboard, by a link one can share, and axe finds nothing", async ({
  page,
  request,
}) => {
  const { items } = snapshotList.parse(await (await request.get("/api/snapshots")).json());
  const live = items.find(({ source, status }) => source === "live" && status === "ready");
  await page.goto(`/snapshots/${live?.id ?? "none"}`);
  const calls = page.getByRole("table", { name: "Calls" });
  const byRows = calls.getByRole("button", { name: "Rows" });
  const rows = calls.getByRole("columnheader", { name: "Rows" });
  await byRows.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/calls=items\.desc/);
  await page.reload();
  await expect(rows).toHaveAttribute("aria-sort", "descending");
  await expectAccessible(page, "light");
  await expectAccessible(page, "dark");
});

test("a reading whose live updates are cut off says so, and can be asked again", async ({
  page,
  request,
  sandbox,
}) => {
  await sandbox.addFault({ kind: "latency", operation: "ec2:DescribeVpcs", latencyMs: 20_000 });
  const answer = await request.post("/api/snapshots", {
    data: { source: "live" },
    headers: { prefer: "respond-async" },
  });
  const { id } = (await answer.json()) as { id: string };
  await page.route("**/api/events**", (route) => route.abort());
  await page.goto(`/snapshots/${id}`);
  await expect(page.getByText("Live updates are interrupted")).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page, "light");
  const asked = page.waitForRequest((sent) => sent.url().endsWith(`/api/snapshots/${id}`));
  await page.getByRole("main").getByRole("button", { name: "Refresh" }).click();
  await asked;
  await request.post(`/api/snapshots/${id}/cancel`);
});

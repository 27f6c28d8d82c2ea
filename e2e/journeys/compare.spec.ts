import {
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  DeleteSecurityGroupCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
  RevokeSecurityGroupIngressCommand,
  type EC2ClientConfig,
} from "@aws-sdk/client-ec2";
import type { APIRequestContext } from "playwright/test";
import { snapshotList } from "@/lib/contract/snapshots";
import { Snapshots } from "../pages/snapshots";
import { expectAccessible } from "../support/accessibility";
import { getVpcByName } from "../support/api";
import { expect, test } from "../support/test";

async function newestLive(request: APIRequestContext) {
  const { items } = snapshotList.parse(await (await request.get("/api/snapshots")).json());
  return items.find(({ source }) => source === "live");
}

async function readEverything(request: APIRequestContext): Promise<string> {
  const answer = await request.post("/api/snapshots", { data: { source: "live" } });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

async function connect(request: APIRequestContext): Promise<EC2Client> {
  const environment = await request.get("/api/environment");
  const { endpoint, region } = (await environment.json()) as { endpoint: string; region: string };
  const config: EC2ClientConfig = {
    endpoint,
    region,
    credentials: { accessKeyId: "sandbox", secretAccessKey: "sandbox" },
  };
  return new EC2Client(config);
}

test("a reading can be watched and stopped, and what changes often be read by itself", async ({
  page,
  request,
  sandbox,
}) => {
  const snapshots = new Snapshots(page);
  await sandbox.addFault({ kind: "latency", operation: "ec2:DescribeVpcs", latencyMs: 20_000 });
  await page.goto("/functions");
  await snapshots.choose("Everything");
  await snapshots.choose("Watch it being read");
  await expect(page.getByText(/^\d+ of \d+$/)).toBeVisible();
  await snapshots.stopButton.click();
  await expect(page.getByRole("main").getByText("Canceled")).toBeVisible();
  await sandbox.clearFaults();
  await snapshots.choose("What changes often");
  await expect
    .poll(async () => {
      const newest = await newestLive(request);
      return [newest?.scope, newest?.status];
    })
    .toEqual(["changing", "ready"]);
});

test("what came since the snapshot before is found, field by field, by a link one can share", async ({
  page,
  request,
}) => {
  const { vpcId } = await getVpcByName(request, "staging-vpc");
  const before = await readEverything(request);
  const ec2 = await connect(request);
  const group = { GroupName: "made-between-two-readings", Description: "new", VpcId: vpcId };
  const { GroupId } = await ec2.send(new CreateSecurityGroupCommand(group));
  try {
    const after = await readEverything(request);
    await new Snapshots(page).compareNewest();
    await expect(page.getByRole("heading", { level: 1, name: "What differs" })).toBeVisible();
    await page.goto(`/snapshots/${after}/compare?with=${before}&kind=SecurityGroups&change=added`);
    const { changes } = new Snapshots(page);
    await expect(changes.getByText(group.GroupName)).toBeVisible();
    await expect(changes.getByText("Added").first()).toBeVisible();
    await expectAccessible(page, "light");
    await expectAccessible(page, "dark");
    await changes.getByText(group.GroupName).click();
    await expect(page.getByRole("dialog", { name: group.GroupName })).toContainText(GroupId ?? "no id");
    await page.goto(`/snapshots/${after}/compare?with=${before}&q=nothing-is-called-this`);
    await expect(page.getByRole("button", { name: "Clear search and filters" })).toBeVisible();
    await expectAccessible(page, "light");
  } finally {
    await ec2.send(new DeleteSecurityGroupCommand({ GroupId }));
    ec2.destroy();
  }
});

test("a verdict that a removed rule changed is found, and opens its trace in either snapshot", async ({
  page,
  request,
}) => {
  const before = await readEverything(request);
  const ec2 = await connect(request);
  const Filters = [{ Name: "group-name", Values: ["orders-db"] }];
  const { SecurityGroups } = await ec2.send(new DescribeSecurityGroupsCommand({ Filters }));
  const [group] = SecurityGroups ?? [];
  const rules = { GroupId: group?.GroupId, IpPermissions: group?.IpPermissions };
  await ec2.send(new RevokeSecurityGroupIngressCommand(rules));
  try {
    const after = await readEverything(request);
    await page.goto(`/snapshots/${before}/compare?with=${before}&show=verdicts`);
    await expect(page.getByText("No verdict changed")).toBeVisible();
    await page.goto(`/snapshots/${after}/compare?with=${before}`);
    await page.getByRole("button", { name: "Verdicts" }).click();
    const changed = page.getByRole("table", { name: "Changed verdicts" });
    const row = changed.getByRole("row").filter({ hasText: "orders-db" }).first();
    await expect(row).toContainText("Lost");
    await expectAccessible(page, "light");
    await expectAccessible(page, "dark");
    await row.getByRole("link", { name: "Before: Reachable" }).click();
    await expect(page).toHaveURL(new RegExp(`snapshotId=${before}`));
    await expect(page.getByRole("main")).toContainText("can reach orders-db");
    await page.goBack();
    await row.getByRole("link", { name: "After: Unreachable" }).click();
    await expect(page).toHaveURL(new RegExp(`snapshotId=${after}`));
    await expect(page.getByRole("main")).toContainText("cannot reach orders-db");
  } finally {
    await ec2.send(new AuthorizeSecurityGroupIngressCommand(rules));
    ec2.destroy();
    // What other journeys ask about is the newest snapshot.
    await readEverything(request);
  }
});

test("a snapshot is compared with now: AWS is read anew, with its progress, and can be stopped", async ({
  page,
  request,
  sandbox,
}) => {
  const { vpcId } = await getVpcByName(request, "staging-vpc");
  const before = await readEverything(request);
  const ec2 = await connect(request);
  const group = { GroupName: "made-just-now", Description: "new", VpcId: vpcId };
  const { GroupId } = await ec2.send(new CreateSecurityGroupCommand(group));
  const withNow = page.getByRole("button", { name: "Compare with now" });
  try {
    await sandbox.addFault({ kind: "latency", operation: "ec2:DescribeVpcs", latencyMs: 20_000 });
    await page.goto(`/snapshots/${before}/compare?show=verdicts`);
    await withNow.click();
    await expect(page).toHaveURL(/now=/);
    await expect(page.getByRole("main").getByRole("progressbar")).toBeVisible();
    await expect(page.getByRole("main")).toContainText("After: now, being read");
    await expectAccessible(page, "light");
    await expectAccessible(page, "dark");
    await page.getByRole("button", { name: "Stop reading" }).click();
    await expect(page.getByText("The reading was stopped")).toBeVisible();
    await sandbox.clearFaults();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page).toHaveURL(new RegExp(`/compare\\?with=${before}&show=verdicts`), { timeout: 40_000 });
    await expect(page).not.toHaveURL(new RegExp(`/snapshots/${before}/`));
    await expect(page.getByText("No verdict changed")).toBeVisible();
    await page.getByRole("button", { name: "Resources" }).click();
    await expect(new Snapshots(page).changes.getByText(group.GroupName)).toBeVisible();
  } finally {
    await ec2.send(new DeleteSecurityGroupCommand({ GroupId }));
    ec2.destroy();
    await readEverything(request);
  }
});

async function importGroups(request: APIRequestContext, description: string): Promise<string> {
  const SecurityGroups = Array.from({ length: 10_000 }, (_none, index) => ({
    GroupId: `sg-${String(index).padStart(17, "0")}`,
    GroupName: `group-${String(index)}`,
    Description: description,
    VpcId: "vpc-00000000000000001",
  }));
  const documents = [{ path: "123456789012/eu-west-1/groups.json", content: { SecurityGroups } }];
  const data = { source: "import", name: `Ten thousand groups, ${description}`, documents };
  const answer = await request.post("/api/snapshots", { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

test("ten thousand changes are scrolled, sorted as a whole, filtered and linked to", async ({
  page,
  request,
}) => {
  const before = await importGroups(request, "old");
  const after = await importGroups(request, "new");
  const path = `/snapshots/${after}/compare?with=${before}`;
  const { changes } = new Snapshots(page);
  await page.goto(path);
  await expect(changes.getByText("group-0", { exact: true })).toBeVisible();
  await expect(changes).toHaveAttribute("aria-rowcount", "1001");
  await changes.getByRole("row").nth(1).focus();
  await page.keyboard.press("End");
  await expect(changes).toHaveAttribute("aria-rowcount", "2001");
  expect(await changes.getByRole("row").count(), "rows in the page").toBeLessThan(80);
  await page.keyboard.press("Home");
  await changes.getByRole("button", { name: "Resource" }).click();
  await changes.getByRole("button", { name: "Resource" }).click();
  await expect(changes).toHaveAttribute("aria-rowcount", "10001");
  await expect(changes.getByRole("row").filter({ hasText: "group-9999" })).toBeVisible();
  await expect(page).toHaveURL(/sort=resource\.desc/);
  await page.getByRole("searchbox", { name: "Search changes" }).fill("group-777");
  await expect(page.getByText("11 resources differ")).toBeVisible();
  await page.goto(`${path}&open=123456789012/eu-west-1/SecurityGroups/sg-00000000000005000`);
  await expect(page.getByRole("dialog", { name: "group-5000" })).toContainText("old");
  for (const id of [before, after]) await request.delete(`/api/snapshots/${id}`);
});

test("changes that cannot be read on say so, and are asked for again", async ({ page, request }) => {
  const before = await importGroups(request, "old");
  const after = await importGroups(request, "new");
  await page.route(/compare\?.*cursor=/, (route) => route.fulfill({ status: 502, body: "Bad gateway" }));
  await page.goto(`/snapshots/${after}/compare?with=${before}&sort=resource.desc`);
  await expect(page.getByText(/More could not be read: .*502/)).toBeVisible();
  await page.unroute(/compare\?.*cursor=/);
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(new Snapshots(page).changes.getByText("group-9999", { exact: true })).toBeVisible();
  for (const id of [before, after]) await request.delete(`/api/snapshots/${id}`);
});

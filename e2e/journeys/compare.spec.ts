import {
  CreateSecurityGroupCommand,
  DeleteSecurityGroupCommand,
  EC2Client,
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

test("how long snapshots are kept is shown, with what a stricter rule would delete", async ({
  page,
  request,
}) => {
  await readEverything(request);
  await readEverything(request);
  await page.goto("/snapshots");
  const dialog = page.getByRole("dialog", { name: "How long snapshots are kept" });
  await expect(async () => {
    await page.getByRole("button", { name: "How long kept…" }).click();
    await expect(dialog).toBeVisible({ timeout: 2000 });
  }).toPass();
  await dialog.getByLabel("Recent ones kept, at most").fill("1");
  await dialog.getByLabel("Newest of each day kept, for so many days").fill("0");
  await expect(dialog.getByRole("status")).toContainText(/would be deleted now/);
  await expectAccessible(page, "light");
  await expectAccessible(page, "dark");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("table").getByText("newest")).toBeVisible();
});

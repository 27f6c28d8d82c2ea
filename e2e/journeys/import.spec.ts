import { existsSync } from "node:fs";
import path from "node:path";
import { errorBody } from "@/lib/contract/error-body";
import { expect, test } from "../support/test";

const recordings = process.env["MOORING_RECORDINGS"] ?? "../shared/data";
const recording = path.join(recordings, "batfish", "test-nat-gateway");

test("opens recorded answers of an account as a diagram", async ({ page }) => {
  expect(existsSync(recording), `recordings at ${recordings} (MOORING_RECORDINGS)`).toBe(true);
  await page.goto("/snapshots/import");
  const chooser = page.waitForEvent("filechooser");
  await expect(async () => {
    await page.getByRole("button", { name: "Choose a folder" }).click();
    await Promise.race([
      chooser,
      page.waitForTimeout(1000).then(() => Promise.reject(new Error("not yet alive"))),
    ]);
  }).toPass();
  await (await chooser).setFiles(recording);
  await page.getByRole("button", { name: /^Import/ }).click();
  await expect(page.getByText("Vpcs").first()).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("link", { name: /topology/i })
    .first()
    .click();
  await expect(page).toHaveURL(/snapshotId=/);
  await expect(page.getByRole("main")).toContainText("vpc-", { timeout: 20_000 });
});

test("names the document and the place where an import is not JSON", async ({ request }) => {
  const response = await request.post("/api/snapshots", {
    data: {
      source: "import",
      name: "broken",
      documents: [{ path: "DescribeVpcs.json", content: '{"Vpcs": [' }],
    },
  });
  expect(response.status()).toBe(400);
  expect(errorBody.parse(await response.json()).error.message).toContain("DescribeVpcs.json");
});

test("shows hostile names as text", async ({ page, request }) => {
  const hostile = "<img src=x onerror=\"document.title='owned'\">";
  const response = await request.post("/api/snapshots", {
    data: {
      source: "import",
      name: hostile,
      documents: [
        {
          path: "123456789012/eu-west-1/DescribeVpcs.json",
          content: JSON.stringify({
            Vpcs: [
              { VpcId: "vpc-0hostile", CidrBlock: "10.0.0.0/16", Tags: [{ Key: "Name", Value: hostile }] },
            ],
          }),
        },
      ],
    },
  });
  expect(response.status()).toBe(201);
  const { id } = (await response.json()) as { id: string };
  await page.goto(`/snapshots/${id}`);
  await expect(page.getByText(hostile).first()).toBeVisible();
  await page.goto(`/topology?snapshotId=${id}&view=table`);
  await expect(page.getByText(hostile).first()).toBeVisible();
  expect(await page.title()).not.toBe("owned");
});

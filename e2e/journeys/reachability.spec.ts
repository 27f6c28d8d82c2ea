import { flowAnswer } from "@/lib/contract/reachability/flow-answer";
import { Reachability } from "../pages/reachability";
import { expectAccessible } from "../support/accessibility";
import { expect, test } from "../support/test";

test("a question is asked with the keyboard alone, and its link asks the same", async ({ page, request }) => {
  const reachability = new Reachability(page);
  await reachability.open();
  await reachability.field("From").focus();
  await reachability.typeAndTake("From", "payments-authorize");
  await page.keyboard.press("Tab");
  await reachability.typeAndTake("To", "orders-db");
  await expect(reachability.answer).toContainText("payments-authorize cannot reach orders-db on tcp 5432: ");
  await expect(page).toHaveURL(/from=function:payments-authorize&to=db:/);
  const sentence = await reachability.answer.getByText(/cannot reach/).innerText();
  await page.reload();
  await expect(reachability.answer).toContainText(sentence);
  const answer = flowAnswer.parse(
    await (
      await request.post("/api/reachability", {
        data: {
          source: { functionName: "payments-authorize" },
          destination: { dbInstanceIdentifier: "orders-db" },
          protocol: "tcp",
          port: 5432,
        },
      })
    ).json(),
  );
  expect(answer.verdict).toBe("unreachable");
  for (const { code } of answer.traces[0]?.explanations ?? []) {
    await expect(page.getByText(code).first()).toBeVisible();
  }
  await reachability.field("Port").fill("99999");
  await page.keyboard.press("Enter");
  // Said once, at the field, which keeps the focus.
  await expect(page.getByText("A port is 0 to 65535")).toHaveCount(1);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("A port is 0 to 65535");
  await expect(reachability.field("Port")).toBeFocused();
});

test("a cell of the matrix opens its trace; arrow keys move between cells", async ({ page }) => {
  const reachability = new Reachability(page);
  await page.goto("/reachability/matrix");
  const cell = reachability.cell("catalog-api", "Internet");
  await cell.focus();
  await page.keyboard.press("ArrowRight");
  await expect(reachability.cell("catalog-api", "S3")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(cell).toHaveAccessibleName(/: Mixed$/);
  await expect(cell).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(reachability.answer).toContainText(
    "catalog-api reaches the internet on tcp 443 only sometimes",
  );
  await expect(reachability.answer).toContainText("but not from prod-private-c");
  await page.getByRole("radio", { name: /prod-private-a Reachable/ }).focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("region", { name: "The way there" })).toContainText("prod-nat-a");
});

test("problems only leaves out the connections that reach all they want", async ({ page }) => {
  const reachability = new Reachability(page);
  await page.goto("/reachability/matrix");
  await expect(reachability.cell("invoice-archiver", "Internet")).toBeVisible();
  await page.getByRole("button", { name: "Problems only" }).click();
  await expect(page).toHaveURL(/show=problems/);
  await expect(reachability.cell("invoice-archiver", "Internet")).toHaveCount(0);
  await expect(reachability.cell("staging-batch", "Internet")).toBeVisible();
});

test("a function's page says what it reaches and as whom, and leads to the trace", async ({ page }) => {
  await page.goto("/functions/orders-export");
  const reaches = page.getByRole("region", { name: "Reaches", exact: true });
  const internet = reaches.getByRole("row", { name: /^Internet/ });
  await expect(internet).toContainText("Reachable");
  await expect(internet).toContainText(/seen from outside as\s*\d+\.\d+\.\d+\.\d+/);
  await expect(reaches.getByRole("row", { name: /^S3/ })).toContainText("through endpoint prod-s3");
  await expect(reaches).toContainText("Reached by: nothing");
  const peer = reaches.getByRole("table", { name: "Peers" }).getByRole("row", { name: /^data-vpc/ });
  await expect(peer).toContainText("account 123456789012");
  await expect(peer).toContainText(/\d of \d reached/);
  await reaches.getByRole("link", { name: "Draw it in Topology" }).click();
  await expect(page.getByRole("region", { name: "What a connection reaches" })).toContainText(
    "targets reached",
  );
  await page.goBack();
  await reaches.getByRole("link", { name: "Secrets Manager" }).click();
  await expect(new Reachability(page).answer).toContainText(
    "orders-export can reach Secrets Manager on tcp 443",
  );
});

test("a path is drawn on the diagram, with the place where it is stopped", async ({ page }) => {
  const reachability = new Reachability(page);
  await page.goto("/reachability?from=function:pricing-rules&to=internet");
  await expect(reachability.answer).toContainText("pricing-rules cannot reach the internet on tcp 443");
  await reachability.answer.getByRole("link", { name: "Show it in Topology" }).click();
  await expect(page.getByText("The way of pricing-rules to the internet on tcp 443")).toBeVisible();
  await expect(page.getByText("Stopped here")).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page, "light");
  await page.getByRole("button", { name: "Draw no path" }).click();
  await expect(page.getByText("Stopped here")).toHaveCount(0);
});

test("AWS's own answer names its price first; both answers, and a refusal, are read on a phone", async ({
  page,
  sandbox,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/reachability?from=function:orders-api&to=internet");
  const own = page.getByRole("region", { name: "AWS’s own answer" });
  const ask = async () => {
    await own.getByRole("button", { name: "Ask AWS for 0.10 USD" }).click();
    await page.getByRole("button", { name: "Run it for 0.10 USD" }).click();
  };
  await sandbox.addFault({ kind: "deny", operation: "ec2:CreateNetworkInsightsPath" });
  await ask();
  const refusal = own.getByRole("alert");
  await expect(refusal).toContainText("Allow ec2:CreateNetworkInsightsPath");
  await expect(refusal).not.toContainText("Encoded authorization failure message");
  await expect(refusal.getByRole("button", { name: "Copy AWS’s encoded message" })).toBeVisible();
  await expectAccessible(page, "light");
  await sandbox.clearFaults();
  await ask();
  await expect(own.getByRole("region", { name: "Mooring" })).toContainText("Reachable");
  await expect(own.getByRole("region", { name: "AWS" })).toContainText("It gave no answer");
  await expectAccessible(page, "dark");
});

test("on a phone a function's page still says why a target is out of reach", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/functions/orders-export");
  const reaches = page.getByRole("table", { name: "What it reaches" });
  await expect(reaches.getByRole("row", { name: /^catalog-db/ })).toContainText("Unreachable");
  const why = reaches.getByText("No rule of the security groups allows it.").first();
  await why.scrollIntoViewIfNeeded();
  const box = await why.boundingBox();
  expect(box && box.x + box.width, "right edge").toBeLessThanOrEqual(390);
  await expectAccessible(page, "light");
});

import { OperationProgress } from "../pages/operation-progress";
import { ConnectWizard } from "../pages/connect-wizard";
import { getFunction, getVpcByName } from "../support/api";
import { expect, test } from "../support/test";

test("attaches a function to a VPC and sees it become Successful", async ({ page, request }) => {
  const wizard = new ConnectWizard(page);
  await wizard.open("gift-card-balance");
  await wizard.choose("prod-vpc", ["prod-private-a", "prod-private-b"], ["payments-functions"]);
  await expect(page.getByText("aws lambda update-function-configuration")).toBeVisible();
  await wizard.acknowledgeAll();
  await expect(wizard.saveButton).toHaveText("Attach gift-card-balance to prod-vpc");
  await wizard.saveButton.click();

  const progress = new OperationProgress(page);
  await expect(progress.states).toContainText("InProgress");
  await progress.expectStatus("Succeeded");
  await expect(progress.states).toContainText("Successful");

  const { vpcConfig, state } = await getFunction(request, "gift-card-balance");
  expect(vpcConfig?.subnetIds).toHaveLength(2);
  expect(state).toBe("Active");
  await page.goto("/functions/gift-card-balance");
  await expect(page.getByText("prod-private-a").first()).toBeVisible();
});

test("shows a change that changes nothing as one, and does not save it", async ({ page }) => {
  const wizard = new ConnectWizard(page);
  await wizard.open("orders-worker");
  await page.getByRole("button", { name: "Next: Subnets" }).click();
  await page.getByRole("button", { name: "Next: Security groups" }).click();
  await page.getByRole("button", { name: "Next: Review" }).click();
  await expect(page.getByText(/nothing to change|already/i).first()).toBeVisible();
  await expect(wizard.saveButton).toBeDisabled();
});

test("blocks a role without the right to create interfaces, and names what is missing", async ({ page }) => {
  const wizard = new ConnectWizard(page);
  await wizard.open("site-redirects");
  await wizard.choose("prod-vpc", ["prod-private-a", "prod-private-b"], ["orders-functions"]);
  const role = wizard.check("Rights of the execution role");
  await expect(role).toContainText("ec2:CreateNetworkInterface");
  await expect(wizard.saveButton).toBeDisabled();
});

test("explains AWS's refusal where the role could not be checked before", async ({ page, sandbox }) => {
  await sandbox.addFault({ kind: "deny", operation: "iam:SimulatePrincipalPolicy" });
  const wizard = new ConnectWizard(page);
  await wizard.open("site-og-images");
  await wizard.choose("prod-vpc", ["prod-private-a", "prod-private-b"], ["orders-functions"]);
  await expect(wizard.check("Rights of the execution role")).toContainText("iam:SimulatePrincipalPolicy");
  await wizard.acknowledgeAll();
  await wizard.saveButton.click();
  await new OperationProgress(page).expectStatus("Failed");
  await expect(
    page.getByText("does not have permissions to call CreateNetworkInterface").first(),
  ).toBeVisible();
});

test("shows why an attach failed when a subnet runs out of addresses meanwhile, and that the old connection serves", async ({
  page,
  sandbox,
  request,
}) => {
  const wizard = new ConnectWizard(page);
  await wizard.open("newsletter-signup");
  await wizard.choose("prod-vpc", ["prod-private-a", "prod-private-b"], ["bastion"]);
  await wizard.acknowledgeAll();
  const { subnets } = await getVpcByName(request, "prod-vpc");
  await wizard.saveButton.click();
  const progress = new OperationProgress(page);
  await expect(progress.states).toContainText("InProgress");
  // Others take the last addresses after the checks have passed.
  for (const { subnetId } of subnets) await sandbox.addFault({ kind: "no-free-addresses", subnetId });
  await progress.expectStatus("Failed");
  await expect(page.getByText("SubnetOutOfIPAddresses").first()).toBeVisible();
  expect((await getFunction(request, "newsletter-signup")).vpcConfig).toBeNull();
});

test("picks an operation up again after a reload in its middle", async ({ page }) => {
  const wizard = new ConnectWizard(page);
  await wizard.open("abandoned-cart-reminder");
  await wizard.choose("staging-vpc", ["staging-private-a", "staging-private-b"], ["staging-functions"]);
  await wizard.acknowledgeAll();
  await wizard.saveButton.click();
  const progress = new OperationProgress(page);
  await expect(progress.states).toContainText("InProgress");
  await page.reload();
  await expect(progress.states).toContainText("InProgress");
  await progress.expectStatus("Succeeded");
});

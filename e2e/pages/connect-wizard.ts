import { expect, type Locator, type Page } from "playwright/test";

const acknowledgement = /^I (know, and want it so|accept that this is not known)$/;

/** The "Custom VPC" wizard, by the words a person sees. */
export class ConnectWizard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(functionName: string): Promise<void> {
    await this.#page.goto(`/connect?functionName=${functionName}`);
    await expect(this.#page.getByRole("heading", { level: 1 })).toContainText(functionName);
  }

  /** Goes through the three steps of the network, to the review. */
  async choose(vpc: string, subnets: string[], securityGroups: string[]): Promise<void> {
    const trigger = this.#page.getByRole("button", { name: "VPC", exact: true });
    const option = this.#page.getByRole("option", { name: new RegExp(`^${vpc} `) });
    // A click before the page has come alive is lost: try until the list is open.
    await expect(async () => {
      await trigger.click();
      await expect(option).toBeVisible({ timeout: 1000 });
    }).toPass();
    await option.click();
    await this.#next("Subnets");
    await this.#check(subnets);
    await this.#next("Security groups");
    await this.#check(securityGroups);
    await this.#next("Review");
  }

  get saveButton(): Locator {
    return this.#page.getByRole("button", { name: /^(Attach|Move|Save)/ });
  }

  check(title: string): Locator {
    return this.#page
      .getByRole("list", { name: "Checks", exact: true })
      .getByRole("listitem")
      .filter({ hasText: title });
  }

  async acknowledgeAll(): Promise<void> {
    await expect(this.#page.getByRole("list", { name: "Checks", exact: true })).toBeVisible();
    const boxes = this.#page.getByRole("checkbox", { name: acknowledgement });
    for (const box of await boxes.all()) await box.check();
  }

  async #check(names: string[]): Promise<void> {
    for (const name of names) await this.#page.getByRole("checkbox", { name, exact: true }).check();
  }

  async #next(step: string): Promise<void> {
    await this.#page.getByRole("button", { name: `Next: ${step}` }).click();
    await expect(this.#page.getByRole("heading", { level: 2, name: step })).toBeVisible();
  }
}

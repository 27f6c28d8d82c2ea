import { expect, type Locator, type Page } from "playwright/test";

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
    return this.#page.getByRole("list", { name: "Checks" }).getByRole("listitem").filter({ hasText: title });
  }

  async acknowledgeAll(): Promise<void> {
    for (const box of await this.#page.getByRole("checkbox", { name: "I know, and want it so" }).all()) {
      await box.check();
    }
  }

  async #check(names: string[]): Promise<void> {
    for (const name of names) await this.#page.getByRole("checkbox", { name, exact: true }).check();
  }

  async #next(step: string): Promise<void> {
    await this.#page.getByRole("button", { name: `Next: ${step}` }).click();
    await expect(this.#page.getByRole("heading", { level: 2, name: step })).toBeVisible();
  }
}

import { expect, type Locator, type Page } from "playwright/test";

/** The dialog with the rule by which snapshots are kept. */
export class RetentionRulePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get dialog(): Locator {
    return this.#page.getByRole("dialog", { name: "How long snapshots are kept" });
  }

  get recentHours(): Locator {
    return this.dialog.getByLabel("Recent means, in hours");
  }

  get recentMost(): Locator {
    return this.dialog.getByLabel("Recent ones kept, at most");
  }

  get dailyDays(): Locator {
    return this.dialog.getByLabel("Newest of each day kept, for so many days");
  }

  get saveButton(): Locator {
    return this.dialog.getByRole("button", { name: /^Save the rule/ });
  }

  /** From the list, by its button. */
  async open(): Promise<void> {
    await this.#page.goto("/snapshots");
    await expect(async () => {
      await this.#page.getByRole("button", { name: "How long kept…" }).click({ timeout: 1000 });
      await expect(this.recentHours).toBeVisible({ timeout: 2000 });
    }).toPass();
  }
}

import { expect, type Locator, type Page } from "playwright/test";

/** The top bar's menu of readings, and the pages of snapshots. */
export class Snapshots {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get stopButton(): Locator {
    return this.#page.getByRole("main").getByRole("button", { name: "Stop reading" });
  }

  get changes(): Locator {
    return this.#page.getByRole("table", { name: "Changes" });
  }

  /** Opens the refresh menu and chooses of it. */
  async choose(item: "What changes often" | "Everything" | "Watch it being read"): Promise<void> {
    const entry = this.#page.getByRole("menuitem", { name: item });
    await expect(async () => {
      if (!(await entry.isVisible()))
        await this.#page.getByRole("button", { name: /^Read(ing)? AWS/ }).click();
      await entry.click({ timeout: 1000 });
    }).toPass();
  }

  /** From the list, by the menu of a snapshot's row. */
  async compareNewest(): Promise<void> {
    await this.#page.goto("/snapshots");
    await this.#page
      .getByRole("button", { name: /^Actions for Live/ })
      .first()
      .click();
    await this.#page.getByRole("menuitem", { name: "Compare…" }).click();
  }
}

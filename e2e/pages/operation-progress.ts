import { expect, type Locator, type Page } from "playwright/test";

/** The live state machine of one operation, wherever it is shown. */
export class OperationProgress {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get states(): Locator {
    return this.#page.getByRole("list", { name: "States seen" });
  }

  /** The badge beside the operation's title. */
  async expectStatus(status: "Succeeded" | "Failed" | "Running"): Promise<void> {
    await expect(this.#page.getByRole("main").getByText(status, { exact: true }).first()).toBeVisible({
      timeout: 40_000,
    });
  }
}

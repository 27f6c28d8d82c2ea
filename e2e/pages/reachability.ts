import { expect, type Locator, type Page } from "playwright/test";

/** The Reachability page and its matrix, by the words a person sees. */
export class Reachability {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.goto("/reachability");
    // Its suggestions are there once the page has come alive and the account is read.
    await expect(this.#page.getByRole("list", { name: "Examples" })).toBeVisible();
  }

  /** Types into a field until its list has the option, and takes it with the keyboard alone. */
  async typeAndTake(field: "From" | "To", text: string): Promise<void> {
    await expect(this.field(field)).toBeFocused();
    await this.#page.keyboard.type(text);
    await expect(this.#page.getByRole("listbox").getByRole("option").first()).toContainText(text);
    await this.#page.keyboard.press("ArrowDown");
    await this.#page.keyboard.press("Enter");
    await expect(this.field(field)).toHaveValue(text);
  }

  field(name: "From" | "To" | "Port"): Locator {
    return this.#page.getByLabel(name, { exact: true });
  }

  get answer(): Locator {
    return this.#page.getByRole("region", { name: "Answer", exact: true });
  }

  cell(from: string, to: string): Locator {
    return this.#page
      .getByRole("grid", { name: "What each connection reaches" })
      .getByRole("link", { name: new RegExp(`^${from}.* to ${to}: `) });
  }
}

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "playwright/test";

/** Fails with the rule and the element for everything axe finds, in the theme given. */
export async function expectAccessible(page: Page, theme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`),
  );
  expect(found, `axe on ${page.url()} (${theme})`).toEqual([]);
}

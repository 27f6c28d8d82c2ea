import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "playwright/test";

/** Fails with the rule and the element for everything axe finds, in the theme given, once nothing is awaited. */
export async function expectAccessible(
  page: Page,
  theme: "light" | "dark",
  { isWaiting = false }: { isWaiting?: boolean } = {},
): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
  if (!isWaiting) await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  // Its other mode opens a page beside for what frames of other origins say; there are no frames here.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`),
  );
  expect(found, `axe on ${page.url()} (${theme})`).toEqual([]);
}

/** Fails where the page stays wider than the window, after the frames in which scripts answer to a new width. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await expect.poll(overflow, `width of ${page.url()} beyond the window's`).toBeLessThanOrEqual(0);
}

import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { expect, it } from "vitest";
import { migrations } from "./migrations";
import { readMigrations, renderMigrations } from "./render-migrations";

const folder = fileURLToPath(new URL("migrations", import.meta.url));

it("embeds exactly the migrations that drizzle-kit generated", async () => {
  const read = readMigrations(folder);
  expect(read.length).toBeGreaterThan(0);
  const text = await format(renderMigrations(read), { parser: "typescript", printWidth: 110 });
  await expect(text).toMatchFileSnapshot("./migrations.ts");
  expect(migrations.map(({ name }) => name)).toEqual(read.map(({ name }) => name));
});

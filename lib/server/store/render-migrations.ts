import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Migration } from "./migration";

const journal = z.object({ entries: z.array(z.object({ tag: z.string() })) });

/** Reads what drizzle-kit generated, in its order: the file between `statement-breakpoint` marks. */
export function readMigrations(folder: string): Migration[] {
  const { entries } = journal.parse(
    JSON.parse(readFileSync(path.join(folder, "meta/_journal.json"), "utf8")),
  );
  return entries.map(({ tag }) => ({
    name: tag,
    statements: readFileSync(path.join(folder, `${tag}.sql`), "utf8")
      .split("--> statement-breakpoint")
      .map((statement) => statement.trim())
      .filter((statement) => statement !== ""),
  }));
}

/** The text of `migrations.ts`: a bundled server has no folder of SQL files beside it. */
export function renderMigrations(migrations: readonly Migration[]): string {
  return [
    'import type { Migration } from "./migration";',
    "",
    "/** Written from `migrations/` by `npx vitest run -u lib/server/store/migrations.test.ts`; not by hand. */",
    `export const migrations: readonly Migration[] = ${JSON.stringify(migrations, undefined, 2)};`,
    "",
  ].join("\n");
}

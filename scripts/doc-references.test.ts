import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const rooms = ["app", "components", "docs", "e2e", "lib", "public", "scripts"];

function markdownFiles(): string[] {
  const nested = rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: "utf8" }).map((name) => path.posix.join(room, name)),
  );
  return [...readdirSync("."), ...nested].filter((name) => name.endsWith(".md"));
}

/** Paths from the root that a text names in backticks or links; `<…>`, `*` and `…` stand for something. */
function citedPaths(text: string): string[] {
  const cited = [...text.matchAll(/`([^`\s]+)`|\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? match[2] ?? "");
  return cited.filter(
    (name) => rooms.includes(name.split("/")[0] ?? "") && name.includes("/") && !/[<*…{]/.test(name),
  );
}

describe("the documents", () => {
  it.each(markdownFiles())("%s cites only paths that exist", (file) => {
    const cited = citedPaths(readFileSync(file, "utf8"));
    expect(cited.filter((name) => !existsSync(name.replace(/[#:].*$/, "")))).toEqual([]);
  });
});
